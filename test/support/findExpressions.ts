import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A regular expression in a source file. */
export interface FoundExpression {
	/** The source text: a literal, or the call of `RegExp`. */
	readonly written: string;
	/** The position: `file:line`. */
	readonly place: string;
	/** Whether it's a literal and not assembled at run time. */
	readonly literal: boolean;
}

/** Finds every regular expression below a folder with TypeScript's parser. */
export function findExpressions(folder: string): FoundExpression[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".ts"))
		.sort()
		.flatMap((file) => expressionsIn(path.join(folder, file)));
}

function expressionsIn(file: string): FoundExpression[] {
	const source = ts.createSourceFile(file, readFileSync(file, "utf8"), {
		languageVersion: ts.ScriptTarget.Latest,
		jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
	});
	const found: FoundExpression[] = [];
	const visit = (node: ts.Node): void => {
		const literal = ts.isRegularExpressionLiteral(node);
		if (literal || isMade(node, source)) {
			const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
			const written = node.getText(source).replaceAll(/\s+/g, (space) => (literal ? space : " "));
			found.push({ written, place: `${file}:${String(line + 1)}`, literal });
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

/** Returns whether a node is `new RegExp(…)` or `RegExp(…)`. */
function isMade(node: ts.Node, source: ts.SourceFile): boolean {
	return (
		(ts.isNewExpression(node) || ts.isCallExpression(node)) &&
		node.expression.getText(source) === "RegExp"
	);
}

/** Returns the regular expression that a literal in a source file stands for. */
export function readExpression(written: string): RegExp {
	const slash = written.lastIndexOf("/");
	return new RegExp(written.slice(1, slash), written.slice(slash + 1));
}

/** Searches a whole text for an expression, as `replace` and `matchAll` do for global ones. */
export function look(expression: RegExp, text: string): void {
	expression.lastIndex = 0;
	if (expression.global) text.replace(expression, "");
	else expression.exec(text);
}
