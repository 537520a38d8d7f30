import assert from "node:assert/strict";
import { register } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type * as InputBoxes from "../../../src/ui/messages/inputBox.ts";
import type * as Messages from "../../../src/ui/messages/messages.ts";
import type * as Progress from "../../../src/ui/messages/progress.ts";
import type * as QuickPicks from "../../../src/ui/messages/quickPick.ts";
import type { shown as Shown } from "./support/vscodeStub.ts";

const stubUrl = pathToFileURL(path.join(import.meta.dirname, "support/vscodeStub.ts")).href;
/** Only for src/ui/messages: wrong imports in core still fail. */
const resolve = `export const resolve = (name, context, next) =>
	next(
		name === "vscode" && context.parentURL?.includes("/src/ui/messages/")
			? ${JSON.stringify(stubUrl)}
			: name,
		context,
	);`;

const hostile = "[1](command:a) $(alert) \u202e[2](https://b)\u001b[31m";
const plain = "[1]\u200b(command:a) $\u200b(alert) [2]\u200b(https://b)";

describe("text for VS Code", () => {
	let shown: typeof Shown;
	let messages: typeof Messages;
	let progress: typeof Progress;
	let quickPicks: typeof QuickPicks;
	let inputBoxes: typeof InputBoxes;

	before(async function () {
		this.timeout(20_000);
		register(`data:text/javascript,${encodeURIComponent(resolve)}`);
		({ shown } = (await import(stubUrl)) as { shown: typeof Shown });
		messages = await import("../../../src/ui/messages/messages.ts");
		progress = await import("../../../src/ui/messages/progress.ts");
		quickPicks = await import("../../../src/ui/messages/quickPick.ts");
		inputBoxes = await import("../../../src/ui/messages/inputBox.ts");
	});
	beforeEach(() => {
		shown.length = 0;
	});

	it("has no link in messages, warnings, errors, dialogs, and the status bar", async () => {
		await messages.showInformation(hostile, "OK");
		await messages.showWarning(hostile);
		await messages.showError(hostile);
		await messages.askModal(hostile, `${hostile}\n\n${hostile}`, "Go");
		messages.showBriefly(hostile, 3000);
		assert.deepEqual(shown, [
			["information", plain, "OK"],
			["warning", plain],
			["error", plain],
			["warning", plain, { modal: true, detail: `${plain}\n\n${plain}` }, "Go"],
			["statusBar", plain, 3000],
		]);
	});

	it("has no link in the title of a progress notification", async () => {
		assert.equal(await progress.withStatusBarProgress(hostile, () => Promise.resolve(1)), 1);
		await progress.withCancellableProgress(hostile, (signal) => {
			assert.equal(signal.aborted, true);
			return Promise.resolve();
		});
		await progress.withViewProgress("view", () => Promise.resolve());
		assert.deepEqual(shown, [
			["progress", { location: "window", title: plain }],
			["progress", { location: "notification", title: plain, cancellable: true }],
			["progress", { location: { viewId: "view" } }],
		]);
	});

	it("has only the intended icons in a Quick Pick", async () => {
		const items = [
			{ separator: hostile },
			{ icon: "server", label: hostile, description: hostile, detail: hostile, value: 7 },
		];
		const picked = await quickPicks.askQuickPick(Promise.resolve(items), {
			title: hostile,
			placeholder: hostile,
			matchOnDetail: true,
		});
		assert.deepEqual(picked, items[1]);
		assert.deepEqual(shown, [
			[
				"quickPick",
				[
					{ label: plain, kind: -1 },
					{ label: `$(server) ${plain}`, description: plain, detail: plain, item: items[1] },
				],
				{ matchOnDetail: true, title: plain, placeHolder: plain },
			],
		]);
		const step = quickPicks.createStepPick([{ label: hostile }], {
			title: hostile,
			placeholder: hostile,
			step: 1,
			totalSteps: 2,
		}) as object;
		assert.deepEqual(step, {
			title: plain,
			placeholder: plain,
			step: 1,
			totalSteps: 2,
			matchOnDescription: false,
			ignoreFocusOut: false,
			items: [{ label: plain, item: { label: hostile } }],
		});
	});

	it("has no link in prompts, validation messages, and tooltips, and leaves values unchanged", async () => {
		await inputBoxes.askText({ title: hostile, prompt: hostile, value: hostile }, (text) => text);
		assert.deepEqual(shown, [
			["inputBox", { title: plain, prompt: plain, value: hostile }, plain, undefined],
		]);
		const input = inputBoxes.createStepInput({
			title: hostile,
			prompt: hostile,
			placeholder: hostile,
			value: hostile,
			step: 1,
			totalSteps: 2,
		});
		input.showProblem(hostile);
		const { showProblem, ...rest } = input;
		assert.deepEqual(rest, {
			title: plain,
			prompt: plain,
			placeholder: plain,
			value: hostile,
			password: false,
			ignoreFocusOut: true,
			step: 1,
			totalSteps: 2,
			validationMessage: { message: plain, severity: 3 },
		});
		showProblem(undefined);
		assert.equal((input as { validationMessage?: unknown }).validationMessage, undefined);
		assert.equal(inputBoxes.inputButton("tools", hostile, () => 1).tooltip, plain);
	});
});
