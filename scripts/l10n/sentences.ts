import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** The sentences of a folder, each with the places (`file:line`) that say it. */
export type Sentences = ReadonlyMap<string, readonly string[]>;

/** What cannot be translated, with its place. */
export interface Problem {
	readonly place: string;
	readonly text: string;
}

/**
 * Every English sentence that the code below `folder` hands to `t`, in the order of the files' names.
 *
 * The compiler's own parser reads the code. A sentence has to stand in the call as a literal, because it is the
 * key of its translation, and inside a function, because the language is not known yet when a file is loaded;
 * whatever else is there is a problem.
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
	/** It is called by a function, not while the file is loaded. */
	readonly late: boolean;
}

/** Every call of `t` in a file. */
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
