import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A literal that looks like words for users and doesn't go through `t`. */
export interface PlainWords {
	/** The file relative to the searched folder, with `/`. */
	readonly file: string;
	/** The text; `{}` stands for a template's substitution. */
	readonly text: string;
}

/** Two lowercase words, or something that starts like a sentence, a title, or a name. */
const likeWords = /[a-z]{2,},? [a-z]{2,}|^[^\w]*[A-Z][a-z]+\b/;

/** An icon in a text. */
const codicon = /\$\([\w~-]+\)/g;

/** Properties and attributes that are shown whatever they contain. */
const shown =
	/^(label|title|description|detail|message|advice|placeHolder|placeholder|prompt|tooltip|textContent|innerText|spoken|alt|ariaLabel|aria-label|meaning|sentence|words|openLabel|saveLabel)$/;

/** Finds literals below a folder that reach users in English only, or could. */
export function findPlainWords(folder: string): PlainWords[] {
	const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
		.map((name) => name.replaceAll(path.sep, "/"))
		.filter((name) => name.endsWith(".ts"));
	return names.toSorted().flatMap((file) => {
		const code = readFileSync(path.join(folder, file), "utf8");
		const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
		return wordsIn(source).map((text) => ({ file, text }));
	});
}

/** Returns the literals of a file. */
export function wordsIn(source: ts.SourceFile): string[] {
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (isForPrograms(node)) return;
		if (isSentence(node)) {
			for (const argument of node.arguments.slice(1)) visit(argument);
			return;
		}
		const text = textOf(node);
		if (text !== undefined && (likeWords.test(text) || (/\p{L}{2}/u.test(text) && isShown(node)))) {
			found.push(text);
		}
		ts.forEachChild(node, visit);
	};
	ts.forEachChild(source, visit);
	return found;
}

function textOf(node: ts.Node): string | undefined {
	if (ts.isStringLiteralLike(node)) return node.text;
	if (!ts.isTemplateExpression(node)) return undefined;
	const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
	return parts.join("{}").replace(codicon, "");
}

/** Returns whether a node is a call of `t`, whose first argument is translated. */
function isSentence(node: ts.Node): node is ts.CallExpression {
	return ts.isCallExpression(node) && node.expression.getText() === "t";
}

/** Returns whether a literal is a type, module name, CSS class, or comparison, or is for the log or developers. */
function isForPrograms(node: ts.Node): boolean {
	if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node))
		return true;
	if (ts.isPropertyAssignment(node)) return /^class(Name)?$/.test(node.name.getText());
	if (ts.isNewExpression(node)) return /(Error|Problem)$/.test(node.expression.getText());
	if (ts.isCallExpression(node)) {
		return /(^|[.#])(log|logger)\.(trace|debug|info|warn|error)$/.test(node.expression.getText());
	}
	return ts.isStringLiteralLike(node) && isCompared(node);
}

function isCompared({ parent }: ts.StringLiteralLike): boolean {
	if (ts.isCaseClause(parent)) return true;
	if (!ts.isBinaryExpression(parent)) return false;
	const { kind } = parent.operatorToken;
	return (
		kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
		kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
	);
}

/** Returns whether a literal is the value of something that's shown. */
function isShown(node: ts.Node): boolean {
	const { parent } = node;
	if (ts.isPropertyAssignment(parent)) {
		return parent.initializer === node && shown.test(parent.name.getText().replaceAll('"', ""));
	}
	if (ts.isBinaryExpression(parent) && ts.isPropertyAccessExpression(parent.left)) {
		const assigns = parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;
		return assigns && parent.right === node && shown.test(parent.left.name.text);
	}
	return false;
}
