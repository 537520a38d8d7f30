import assert from "node:assert/strict";
import path from "node:path";
import { ESLint } from "eslint";

/** The rule doesn't need types, and without them, the snippets don't need to be files. */
const eslint = new ESLint({
	cwd: path.join(import.meta.dirname, "../../.."),
	overrideConfig: { languageOptions: { parserOptions: { project: null } } },
	ruleFilter: ({ ruleId }) => ruleId === "no-restricted-syntax",
});

async function problems(code: string, filePath: string): Promise<number> {
	const [result] = await eslint.lintText(code, { filePath });
	assert.ok(result);
	assert.deepEqual(
		result.messages.filter(({ fatal }) => fatal),
		[],
	);
	return result.messages.length;
}

const calls = [
	"vscode.window.showInformationMessage(text);",
	"vscode.window.showWarningMessage(text, { modal: true });",
	"vscode.window.showErrorMessage(text);",
	"vscode.window.withProgress(options, run);",
	"vscode.window.createInputBox();",
	"vscode.window.createQuickPick();",
	"vscode.window.showInputBox(options);",
	"vscode.window.showQuickPick(items);",
	"vscode.window.setStatusBarMessage(text);",
	"const { window } = vscode; window.showErrorMessage(text);",
	"const { showErrorMessage } = vscode.window; showErrorMessage(text);",
	"const { showErrorMessage: tell } = vscode.window; tell(text);",
	"const tell = vscode.window.showErrorMessage; tell(text);",
	'vscode.window["showErrorMessage"](text);',
	"vscode.window?.showErrorMessage(text);",
];

describe("VS Code's messages", function () {
	// ESLint loads its rules first.
	this.timeout(60_000);

	for (const code of calls) {
		it(`are shown only by ui/messages: ${code}`, async () => {
			for (const file of ["src/ui/other.ts", "src/ui/notices/other.ts", "src/extension.ts"]) {
				assert.equal(await problems(code, file), 1, file);
			}
			assert.equal(await problems(code, "src/ui/messages/other.ts"), 0);
		});
	}

	it("aren't confused with similar code", async () => {
		assert.equal(await problems("vscode.window.showOpenDialog(options);", "src/ui/other.ts"), 0);
		assert.equal(
			await problems('import { showError } from "./messages.ts";', "src/ui/other.ts"),
			0,
		);
	});
});

describe("Markdown", function () {
	this.timeout(60_000);

	for (const code of [
		"const link = `[${label}](${target})`;",
		'const link = "[" + label + "](" + target + ")";',
		"const link = `![](${target})`;",
	]) {
		it(`has only links that core/markdown created: ${code}`, async () => {
			for (const file of ["src/core/other.ts", "src/core/findings/other.ts", "src/ui/other.ts"]) {
				assert.equal(await problems(code, file), 1, file);
			}
			assert.equal(await problems(code, "src/core/base/markdown.ts"), 0);
		});
	}

	for (const code of [
		"new vscode.MarkdownString(text);",
		"text.isTrusted = true;",
		"text.supportHtml = true;",
		"text.appendMarkdown(more);",
	]) {
		it(`is shown only by ui/messages: ${code}`, async () => {
			assert.equal(await problems(code, "src/ui/other.ts"), 1);
			assert.equal(await problems(code, "src/ui/messages/hoverText.ts"), 0);
		});
	}
});
