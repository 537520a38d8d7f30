import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/**
 * How a file imports another one: `static` loads it immediately, `type` doesn't exist after compiling, `later` is a
 * call of `import()`.
 */
export type ImportKind = "static" | "type" | "later";

/** The files that each source file imports, by path from the repository's root, with slashes. */
export type Imports = ReadonlyMap<string, ReadonlyMap<string, ImportKind>>;

/** Reads the relative imports of every TypeScript file in a folder of the repository. */
export function readImports(root: string, folder: string): Imports {
	const files = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".ts"))
		.map((file) => path.posix.join(folder, file.split(path.sep).join("/")))
		.sort();
	return new Map(
		files.map((file) => [file, importsOf(file, readFileSync(path.join(root, file), "utf8"))]),
	);
}

/** Returns the imports of a file. If it imports the same file in several ways, the one that loads it first. */
export function importsOf(file: string, text: string): ReadonlyMap<string, ImportKind> {
	const found = new Map<string, ImportKind>();
	const visit = (node: ts.Node): void => {
		const { specifier, kind } = importIn(node) ?? {};
		if (specifier?.startsWith(".") && kind) {
			const target = path.posix.join(path.posix.dirname(file), specifier);
			if (found.get(target) !== "static" && kind !== "type") found.set(target, kind);
			else if (!found.has(target)) found.set(target, kind);
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
	return found;
}

function importIn(node: ts.Node): { specifier?: string; kind: ImportKind } | undefined {
	if (ts.isImportDeclaration(node)) {
		const isType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
		return { ...textOf(node.moduleSpecifier), kind: isType ? "type" : "static" };
	}
	if (ts.isExportDeclaration(node)) {
		return { ...textOf(node.moduleSpecifier), kind: node.isTypeOnly ? "type" : "static" };
	}
	if (ts.isImportTypeNode(node)) {
		const literal = ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
		return { ...textOf(literal), kind: "type" };
	}
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
		return { ...textOf(node.arguments[0]), kind: "later" };
	}
	return undefined;
}

function textOf(node: ts.Node | undefined): { specifier?: string } {
	return node && ts.isStringLiteralLike(node) ? { specifier: node.text } : {};
}
