import assert from "node:assert/strict";
import { register } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import path from "node:path";
import type * as vscode from "vscode";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { Variables } from "../../../src/ui/variables/variables.ts";
import { configWith } from "../export/support/configs.ts";
import type { stub as Stub } from "./support/vscodeStub.ts";

const stubUrl = pathToFileURL(path.join(import.meta.dirname, "support/vscodeStub.ts")).href;
/** Only for src/ui: wrong imports in core still fail. */
const resolve = `export const resolve = (name, context, next) =>
	next(
		name === "vscode" && context.parentURL?.includes("/src/ui/") ? ${JSON.stringify(stubUrl)} : name,
		context,
	);`;

/** A document that counts how often its text or a line is read. */
class FakeDocument {
	texts = 0;
	lines = 0;
	isClosed = false;
	version = 1;
	#text = "";
	readonly languageId: string;
	readonly uri: { readonly scheme: string; readonly path: string };

	constructor(text: string, languageId = "dotenv", scheme = "file") {
		this.text = text;
		this.languageId = languageId;
		this.uri = { scheme, path: `/${languageId}-${scheme}` };
	}
	get text(): string {
		return this.#text;
	}
	set text(text: string) {
		this.#text = text;
		this.version++;
	}
	get lineCount(): number {
		return this.text.split("\n").length;
	}
	/** A range here is the word that it contains. */
	getText(range?: { readonly word: string }): string {
		if (range) return range.word;
		this.texts++;
		return this.text;
	}
	lineAt(where: number | { readonly line: number }): { readonly text: string } {
		this.lines++;
		const line = typeof where === "number" ? where : where.line;
		// As in VS Code.
		if (line >= this.lineCount) throw new Error("Illegal value for `line`");
		return { text: this.text.split("\n")[line] ?? "" };
	}
	offsetAt({ line, character }: { readonly line: number; readonly character: number }): number {
		return this.text.split("\n").slice(0, line).join("\n").length + (line > 0 ? 1 : 0) + character;
	}
	positionAt(offset: number): number {
		return offset;
	}
	getWordRangeAtPosition(
		{ line, character }: { readonly line: number; readonly character: number },
		pattern: RegExp,
	): { readonly word: string; readonly end: number } | undefined {
		const words = [...this.lineAt(line).text.matchAll(new RegExp(pattern, "g"))];
		const found = words.find(
			({ 0: word, index }) => index <= character && character <= index + word.length,
		);
		return found && { word: found[0], end: found.index + found[0].length };
	}
}

describe("the entry point for variables", () => {
	let stub: typeof Stub;
	let variables: Variables;
	let active: Deployment | undefined;

	before(async () => {
		register(`data:text/javascript,${encodeURIComponent(resolve)}`);
		({ stub } = (await import(stubUrl)) as { stub: typeof Stub });
		const { registerVariables } = await import("../../../src/ui/variables/variables.ts");
		variables = registerVariables(() => active && { list: [active], active });
	});
	after(() => {
		variables.dispose();
	});

	const position = (line: number, character: number) => ({
		line,
		character,
		with: ({ character: other }: { character: number }) => position(line, other),
	});
	const edit = (document: FakeDocument, line: number, text: string): void => {
		stub.fire("change", { document, contentChanges: [{ range: { start: { line } }, text }] });
	};
	const shown = async (document: FakeDocument, count: number): Promise<void> => {
		const end = Date.now() + 10_000;
		while ((stub.diagnostics.get(document.uri.path)?.length ?? -1) !== count) {
			assert.ok(Date.now() < end, `timed out waiting for ${String(count)} hints`);
			await sleep(10);
		}
	};

	it("only searches a document without variables, and loads nothing for it", async () => {
		const document = new FakeDocument("PORT=3000\nHOST=x\nC");
		stub.fire("open", document);
		assert.equal(document.texts, 1);
		assert.equal(
			stub.hover?.provideHover(document as never, position(0, 2) as never, {} as never),
			undefined,
		);
		const complete = (line: number, character: number) =>
			stub.completion?.provideCompletionItems(
				document as never,
				position(line, character) as never,
				{} as never,
				{} as never,
			);
		// If the typed word doesn't start with C, not even the text is read.
		assert.equal(complete(0, 2) || undefined, undefined);
		assert.equal(document.texts, 1);
		assert.equal(complete(2, 1) || undefined, undefined);
		assert.equal(document.texts, 2);
		edit(document, 0, "1");
		edit(document, 1, "2");
		// Several edits at once contain lines that no longer exist.
		edit(document, 99, "3");
		assert.equal(document.texts, 2);
		await sleep(0);
		assert.equal(stub.collections, 0);
	});

	it("doesn't search other documents", () => {
		for (const document of [
			new FakeDocument("CODER_TELEMETRY=1", "typescript"),
			new FakeDocument("CODER_TELEMETRY=1", "dotenv", "output"),
			new FakeDocument("CODER_TELEMETRY=1", "dotenv", "coder-deployment"),
		]) {
			stub.fire("open", document);
			edit(document, 0, "CODER_TELEMETRY");
			assert.equal(document.texts, 0);
		}
		assert.equal(stub.collections, 0);
	});

	it("searches nothing while it is turned off", () => {
		stub.settings.set("variables.enabled", false);
		const document = new FakeDocument("CODER_TELEMETRY=1");
		stub.fire("open", document);
		assert.equal(document.texts, 0);
		stub.settings.set("variables.enabled", true);
		assert.equal(stub.collections, 0);
	});

	it("shows hints as soon as there is a variable, for any scheme, and once for many edits", async () => {
		const document = new FakeDocument("PORT=1", "dotenv", "untitled");
		stub.fire("open", document);
		document.text = "CODER_TELEMETRY=1\n";
		edit(document, 0, "Y");
		await shown(document, 1);
		assert.equal(stub.collections, 1);
		const before = document.texts;
		document.text += "CODER_ADDRESS=:1\n";
		for (let index = 0; index < 50; index++) edit(document, 1, "S");
		await shown(document, 2);
		assert.equal(document.texts, before + 1);
		document.text = "PORT=1\n";
		edit(document, 0, "");
		await shown(document, -1);
	});

	it("removes hints when the document closes, and when it is turned off", async () => {
		const document = new FakeDocument("CODER_TELEMETRY=1");
		stub.fire("open", document);
		await shown(document, 1);
		document.isClosed = true;
		stub.fire("close", document);
		await shown(document, -1);
		const other = new FakeDocument("CODER_TELEMETRY=1");
		stub.documents = [other as never];
		stub.fire("open", other);
		await shown(other, 1);
		stub.settings.set("variables.enabled", false);
		stub.fire("configuration", { affectsConfiguration: () => true });
		await shown(other, -1);
		stub.settings.set("variables.enabled", true);
		stub.fire("configuration", { affectsConfiguration: () => true });
		await shown(other, 1);
		stub.settings.set("variables.ignored", ["CODER_TELE*"]);
		stub.fire("configuration", { affectsConfiguration: () => true });
		await shown(other, 0);
		stub.settings.delete("variables.ignored");
	});

	it("searches again when the deployment's configuration changes, and only then", async () => {
		const document = new FakeDocument("CODER_TELEMETRY=1\nCODER_BRAND_NEW=1\n");
		stub.fire("open", document);
		await shown(document, 2);
		const { texts } = document;
		variables.refresh();
		assert.equal(document.texts, texts);
		const value = configWith(
			{ env: "CODER_TELEMETRY", value: true },
			{ env: "CODER_BRAND_NEW", value: 1 },
		);
		active = {
			saved: { key: "k", name: "Larkspur" },
			snapshot: { deploymentConfig: { value, loading: false, failures: 0 } },
		} as unknown as Deployment;
		variables.refresh();
		await shown(document, 0);
		variables.refresh();
		assert.equal(document.texts, texts + 1);
		stub.fire("close", document);
	});

	it("requests a deployment's data once if needed, and explains with it", async () => {
		let requests = 0;
		const deployment = {
			saved: { key: "https://coder.example", name: "Larkspur" },
			snapshot: { deploymentConfig: { loading: false, failures: 0 } },
			refreshShared: (ids: readonly string[]) => {
				assert.deepEqual(ids, ["deploymentConfig"]);
				requests++;
				const value = configWith({ env: "CODER_TELEMETRY", value: true, value_source: "yaml" });
				deployment.snapshot.deploymentConfig = { value, loading: false, failures: 0 } as never;
				return Promise.resolve();
			},
		};
		active = deployment as unknown as Deployment;
		const document = new FakeDocument("CODER_TELEMETRY=1 CODER_UNHEARD_OF");
		const hover = async (character: number) => {
			const where = position(0, character) as never;
			const shown = await stub.hover?.provideHover(document as never, where, {} as never);
			return shown && (shown.contents as unknown as { value: string; isTrusted: unknown });
		};
		const text = await hover(3);
		assert.match(text?.value ?? "", /\| Value on Larkspur \| `true` \|\n\| Source \| YAML \|/);
		const link = /\(command:coderDeployment\.openConfiguration\?([^)]+)\)/.exec(text?.value ?? "");
		assert.deepEqual(JSON.parse(decodeURIComponent(link?.[1] ?? "")), [
			"https://coder.example",
			"@id:CODER_TELEMETRY",
		]);
		assert.deepEqual(text?.isTrusted, { enabledCommands: ["coderDeployment.openConfiguration"] });
		await hover(3);
		assert.equal(requests, 1);
		assert.equal(await hover(25), undefined);
	});

	it("says why a deployment has no data", async () => {
		const failure = { kind: "forbidden", message: "", advice: "", causes: [] };
		active = {
			saved: { key: "k", name: "Larkspur" },
			snapshot: { deploymentConfig: { failure, loading: false, failures: 1 } },
		} as unknown as Deployment;
		const document = new FakeDocument("CODER_TELEMETRY=1") as never;
		const shown = await stub.hover?.provideHover(document, position(0, 1) as never, {} as never);
		const { value } = shown?.contents as unknown as { value: string };
		assert.match(value, /--telemetry-enable/);
		assert.match(value, /Your account can't read the configuration of Larkspur\.$/);
	});

	it("completes names, with documentation on request", async () => {
		active = undefined;
		const document = new FakeDocument("CODER_ACCESS_URL=1\nCODER_T\n") as never;
		const items = (await stub.completion?.provideCompletionItems(
			document,
			position(1, 7) as never,
			{} as never,
			{} as never,
		)) as vscode.CompletionItem[];
		const byName = new Map(items.map((item) => [(item.label as { label: string }).label, item]));
		assert.ok(items.length > 400);
		assert.equal(byName.get("CODER_ACCESS_URL")?.insertText, "CODER_ACCESS_URL=");
		assert.equal(byName.get("CODER_ACCESS_URL")?.tags, undefined);
		assert.deepEqual(byName.get("CODER_TELEMETRY")?.tags, [1]);
		const item = byName.get("CODER_ACCESS_URL");
		assert.equal(item?.documentation, undefined);
		await stub.completion?.resolveCompletionItem?.(item as never, {} as never);
		const text = (item?.documentation as unknown as { value: string }).value;
		assert.match(text, /^\*\*Access URL\*\* `CODER_ACCESS_URL`/);
	});

	it("completes flags of the server, but not of other programs", async () => {
		active = undefined;
		const complete = async (text: string) =>
			(await stub.completion?.provideCompletionItems(
				new FakeDocument(text, "shellscript") as never,
				position(0, text.length) as never,
				{} as never,
				{} as never,
			)) as vscode.CompletionItem[] | undefined;
		const items = (await complete("coder server --acc")) ?? [];
		const byName = new Map(items.map((item) => [(item.label as { label: string }).label, item]));
		assert.ok(items.length > 200);
		assert.equal(byName.get("--access-url")?.insertText, "--access-url=");
		assert.equal(byName.get("--telemetry")?.insertText, "--telemetry");
		assert.ok(items.some(({ tags }) => tags !== undefined));
		const item = byName.get("--access-url");
		await stub.completion?.resolveCompletionItem?.(item as never, {} as never);
		assert.match(
			(item?.documentation as unknown as { value: string }).value,
			/^\*\*Access URL\*\*/,
		);
		assert.deepEqual((await complete("curl --acc")) ?? [], []);
		assert.deepEqual((await complete("coder server; curl --acc")) ?? [], []);
	});

	it("doesn't search very long documents", async () => {
		const document = new FakeDocument(`CODER_TELEMETRY=1\n${" ".repeat(1_000_000)}`);
		stub.fire("open", document);
		await shown(document, 0);
		stub.fire("close", document);
	});
});
