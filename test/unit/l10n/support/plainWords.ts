import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** A literal that reads like words for people and does not go through `t`. */
export interface PlainWords {
	/** The file, from the folder that was searched, with `/`. */
	readonly file: string;
	/** The text; `{}` stands for what a template puts in. */
	readonly text: string;
}

/** Two words of small letters, or a beginning like that of a sentence, a title or a name. */
const likeWords = /[a-z]{2,},? [a-z]{2,}|^[^\w]*[A-Z][a-z]+\b/;

/** An icon in a text. */
const codicon = /\$\([\w~-]+\)/g;

/** Properties and attributes that are shown to people whatever they hold. */
const shown =
	/^(label|title|description|detail|message|advice|placeHolder|placeholder|prompt|tooltip|textContent|innerText|spoken|alt|ariaLabel|aria-label|meaning|sentence|words|openLabel|saveLabel)$/;

/** Finds literals below a folder that reach people in English only, or could. */
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

/** The literals of one file. */
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

/** A call of `t`: its first argument is translated. */
function isSentence(node: ts.Node): node is ts.CallExpression {
	return ts.isCallExpression(node) && node.expression.getText() === "t";
}

/** Types, names of modules, classes of elements, comparisons, and what goes to the log or to developers. */
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

/** Whether a literal is the value of something that is shown. */
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
