import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** The sentences of a folder, with the places (`file:line`) that contain them. */
export type Sentences = ReadonlyMap<string, readonly string[]>;

/** A sentence that can't be translated, and its place. */
export interface Problem {
	readonly place: string;
	readonly text: string;
}

/**
 * Finds all English sentences that the code in `folder` passes to `t`, in the order of the file names.
 *
 * Uses the compiler's own parser. A sentence must be a literal in the call, because it is the key of its translation,
 * and the call must be in a function, because the language isn't known yet when a file is loaded. Anything else is a
 * problem.
 */
export function findSentences(folder: string): { sentences: Sentences; problems: Problem[] } {
	const sentences = new Map<string, string[]>();
	const problems: Problem[] = [];
	const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
	for (const name of names.filter((file) => file.endsWith(".ts")).toSorted()) {
		const file = path.join(folder, name);
		const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
		for (const { argument, late } of calls(source)) {
			const { line } = source.getLineAndCharacterOfPosition(argument.getStart(source));
			const place = `${file.replaceAll(path.sep, "/")}:${String(line + 1)}`;
			if (ts.isStringLiteralLike(argument)) {
				sentences.set(argument.text, [...(sentences.get(argument.text) ?? []), place]);
			}
			if (!late || !ts.isStringLiteralLike(argument)) {
				problems.push({ place, text: argument.getText(source) });
			}
		}
	}
	return { sentences, problems };
}

interface Call {
	/** The first argument. */
	readonly argument: ts.Expression;
	/** Whether a function calls it, rather than the top level of the file. */
	readonly late: boolean;
}

/** Returns all calls of `t` in a file. */
function calls(source: ts.SourceFile): Call[] {
	const found: Call[] = [];
	const visit = (node: ts.Node, late: boolean): void => {
		if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
			const [argument] = node.arguments;
			if (argument && node.expression.text === "t") found.push({ argument, late });
		}
		const later = late || ts.isFunctionLike(node) || ts.isPropertyDeclaration(node);
		ts.forEachChild(node, (child) => {
			visit(child, later);
		});
	};
	visit(source, false);
	return found;
}
