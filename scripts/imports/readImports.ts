import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** Each source file with the files that it imports: by `import`, `export … from`, `import()` and `import("…")` in types. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Reads the imports of every TypeScript file below a folder; paths in the result are relative to `root`, with slashes. */
export function readImports(root: string, folder: string): ImportGraph {
	const files = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".ts"))
		.map((file) => path.posix.join(folder, file.split(path.sep).join("/")))
		.sort();
	return new Map(files.map((file) => [file, importsOf(root, file)]));
}

function importsOf(root: string, file: string): readonly string[] {
	const source = ts.createSourceFile(
		file,
		readFileSync(path.join(root, file), "utf8"),
		ts.ScriptTarget.Latest,
	);
	const found = new Set<string>();
	const visit = (node: ts.Node): void => {
		const specifier = specifierOf(node);
		if (specifier?.startsWith(".")) {
			const target = path.posix.join(path.posix.dirname(file), specifier);
			if (existsSync(path.join(root, target))) found.add(target);
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return [...found];
}

function specifierOf(node: ts.Node): string | undefined {
	const text = (expression: ts.Node | undefined): string | undefined =>
		expression && ts.isStringLiteralLike(expression) ? expression.text : undefined;
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
		return text(node.moduleSpecifier);
	}
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
		return text(node.arguments[0]);
	}
	return ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
		? text(node.argument.literal)
		: undefined;
}
