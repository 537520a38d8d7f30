import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import * as vscode from "vscode";
import { ownTimeZone } from "../../core/base/timeZone.ts";
import type { Message } from "../../protocol/page.ts";
import { mayBeElsewhere, spokenLanguage } from "../app/language.ts";

/** The pages, by the names of their scripts. */
export type PageName = "config" | "compare" | "upgrade" | "stats";

/** The styles of each page, in order. */
const styles: Record<PageName, readonly string[]> = {
	config: ["style.css", "options.css", "config.css"],
	compare: ["style.css", "options.css", "compare.css"],
	upgrade: ["style.css", "options.css", "compare.css"],
	stats: ["style.css", "stats.css"],
};

/** The script with what pages share. It comes before a page's own. */
const sharedScript = "shared.js";

/** The permissions of a page: it can run its script. It loads no files, because its document contains everything. */
export const pageOptions: vscode.WebviewOptions = { enableScripts: true, localResourceRoots: [] };

const texts = new Map<string, string>();

/**
 * Returns scripts or styles. They're part of the document, because loading them separately takes as long as opening a
 * panel.
 */
function textsOf(extensionUri: vscode.Uri, names: readonly string[]): string {
	return names.map((name) => textOf(extensionUri, name)).join("\n");
}

function textOf(extensionUri: vscode.Uri, name: string): string {
	const known = texts.get(name);
	if (known !== undefined) return known;
	const file = vscode.Uri.joinPath(extensionUri, "dist", "webview", name);
	const text = readFileSync(file.fsPath, "utf8");
	texts.set(name, text);
	return text;
}

/**
 * Returns a page's document: an empty body, the page's script and style, the sentences in the user's language, and the
 * first message. Nothing else may load or run.
 *
 * @param page the name of its script
 * @param first a message that the page handles before VS Code delivers others
 */
export function webviewHtml(extensionUri: vscode.Uri, page: PageName, first?: Message): string {
	const nonce = randomBytes(16).toString("base64");
	const policy = [
		"default-src 'none'",
		`script-src 'nonce-${nonce}'`,
		`style-src 'nonce-${nonce}'`,
		"base-uri 'none'",
		"form-action 'none'",
	].join("; ");
	const strings = {
		language: spokenLanguage(),
		bundle: vscode.l10n.bundle ?? {},
		timeZone: ownTimeZone(),
		nameTimeZone: mayBeElsewhere(),
	};
	return `<!DOCTYPE html>
<html lang="${escape(strings.language)}">
<head>
	<meta charset="utf-8">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<meta http-equiv="Content-Security-Policy" content="${policy}">
	<style nonce="${nonce}">${textsOf(extensionUri, styles[page])}</style>
	<title></title>
</head>
<body>
	<script type="application/json" id="strings">${jsonInHtml(strings)}</script>
	<script type="application/json" id="first">${jsonInHtml(first ?? null)}</script>
	<script nonce="${nonce}">${textsOf(extensionUri, [sharedScript, `${page}.js`])}</script>
</body>
</html>`;
}

/** Formats JSON that can't end its script element. */
function jsonInHtml(value: unknown): string {
	return JSON.stringify(value).replaceAll("<", "\\u003c");
}

function escape(text: string): string {
	return text.replace(/[^\w-]/g, "");
}
