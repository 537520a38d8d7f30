import assert from "node:assert/strict";
import fc from "fast-check";
import { referenceOf } from "../../../src/core/coder/docs.ts";
import { markdownCode } from "../../../src/core/base/markdownCell.ts";
import { optionHover } from "../../../src/core/options/optionHover.ts";
import {
	escapeMarkdown,
	markdownCommand,
	markdownEditorLink,
	markdownLink,
	markdownUrl,
} from "../../../src/core/base/markdown.ts";
import { variableHover } from "../../../src/core/variables/hover.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { renderMarkdown } from "../../support/renderMarkdown.ts";
import { generatedValues } from "../../support/generatedValues.ts";
import { configWith } from "../export/support/configs.ts";

const hostile = [
	"x) ![](https://evil.example/pixel.png) [Sign in again](https://evil.example",
	"](command:workbench.action.quit) [x",
	"[a](command:x)",
	"[a](<command:x>)",
	"[a](command:x 'title') [b](https://evil.example \"title\")",
	"[[a](command:x)](command:y)",
	"[a][b] [b]: command:x",
	"[b]: command:x",
	"![image][b]",
	"<https://evil.example>",
	"<a href='command:x'>a</a><img src='https://evil.example/pixel.png'>",
	"https://evil.example/sign-in",
	"see HTTP://evil.example or ftp://evil.example",
	"x_https://evil.example",
	"www.evil.example and x_WWW.evil.example",
	"admin@evil.example, mailto:admin@evil.example, xmpp:a@evil.example",
	"\\[a](command:x)",
	"\\\\[a](command:x)",
	"`code` [a](command:x) ``",
	"`a",
	"a | b | [c](command:x)",
	"&#91;a&#93;&#40;command:x&#41; &lbrack;a&rbrack;",
	"& &amp; &#x5b;",
	"# heading",
	"- [a](command:x)",
	"-",
	"---",
	"* item",
	"+ item",
	"1. item",
	"1) item",
	"> quote",
	"    code",
	"\t[a](command:x)",
	"```\ncode",
	"~~~",
	"a\n===",
	"a\n\n[b]: command:x\n\n[b]",
	"**bold** _it_ ~~del~~ $math$",
	"[\u202ea](command:x)",
	"[Ａ］（command:x）",
	"【a】(command:x)",
	"[ ] task",
	"[^1]",
	":tada: $(alert)",
];

/** What a reader sees: consecutive spaces collapse, and invisible characters are removed. */
const read = (text: string) => text.replaceAll("\u202e", "").replace(/[\s]+/g, " ").trim();

const only = ["paragraph_open", "paragraph_close", "inline", "text", "text_special"];

describe("text in Markdown", function () {
	this.timeout(slowMachine);

	for (const text of hostile) {
		it(`renders literally: ${JSON.stringify(text)}`, () => {
			const rendered = renderMarkdown(escapeMarkdown(text));
			assert.equal(rendered.text.trim(), read(text));
			assert.deepEqual(
				[...rendered.types].filter((type) => !only.includes(type)),
				[],
			);
			// In a table, it remains one cell.
			const table = renderMarkdown(`| ${escapeMarkdown(text)} | b |\n| --- | --- |`);
			assert.equal(table.text, `${read(text)}b`);
			assert.deepEqual(table.links, []);
		});

		it(`remains code, or becomes plain text, as a value: ${JSON.stringify(text)}`, () => {
			const { links, images, types } = renderMarkdown(`a ${markdownCode(text)} b`);
			assert.deepEqual([links, images], [[], 0]);
			assert.ok(!types.has("html_block"));
		});
	}

	it("renders literally, whatever it contains", () => {
		const pieces = [
			...Array.from("[]()<>!`\\*_#-+.:/@&;~|'\" \n\t1a"),
			"https://",
			"www.",
			"command:",
			"&#91;",
		];
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
				const text = parts.join("");
				const rendered = renderMarkdown(escapeMarkdown(text));
				assert.equal(read(rendered.text), read(text));
				assert.deepEqual(
					[...rendered.types].filter((type) => !only.includes(type)),
					[],
				);
			}),
			{ numRuns: generatedValues(300) },
		);
	});

	it("is escaped only where it has a meaning", () => {
		for (const [text, escaped] of [
			["a@b", "a\\@b"],
			["a @ b@", "a @ b@"],
			["-a", "\\-a"],
			["a-b", "a-b"],
			["12. a", "12\\. a"],
			["a 1. b", "a 1. b"],
			["1234567890. a", "1234567890. a"],
		] as const)
			assert.equal(escapeMarkdown(text), escaped);
	});
});

describe("a link in Markdown", () => {
	it("has its address as it is, unless that must be encoded", () => {
		for (const [url, target] of [
			["https://a.example", "https://a.example"],
			["https://a.example/ü/b", "https://a.example/%C3%BC/b"],
			["https://ü.example/b", "https://xn--tda.example/b"],
			["https://a.example/<b>", "https://a.example/%3Cb%3E"],
		] as const) {
			assert.equal(markdownLink("a", url), `[a](${target})`);
			assert.equal(markdownUrl(url), `<${target}>`);
		}
		assert.equal(markdownUrl("[a"), "\\[a");
		assert.equal(
			markdownEditorLink("[a]", "vscode://a/b?c=(\n)"),
			"[\\[a\\]](vscode://a/b?c=%28%0A%29)",
		);
	});

	it("leads only to web pages", () => {
		assert.equal(markdownLink("Docs", "https://coder.com/docs"), "[Docs](https://coder.com/docs)");
		for (const url of [
			"",
			"command:workbench.action.quit",
			"COMMAND:x",
			"javascript:alert(1)",
			"data:text/html,x",
			"file:///etc/passwd",
			"vscode://x",
			"//evil.example",
			"https:evil",
			"https://",
			"https://[x",
		]) {
			assert.equal(markdownLink("Docs", url), "Docs", url);
			assert.deepEqual(renderMarkdown(markdownUrl(url)).links, [], url);
		}
	});

	it("is one link, whatever its address and label contain", () => {
		const addresses = hostile.flatMap((text) => [
			`https://a.example/${text}`,
			`http://a.example?${text}`,
		]);
		for (const url of [
			...addresses,
			"https://x/\ud800",
			"https://[::1]:3000/a",
			"https://ü.example/ä b",
		]) {
			const expected = new URL(url);
			for (const made of [markdownLink("[x](command:y)", url), markdownUrl(url)]) {
				const { links, images } = renderMarkdown(`before ${made} after`);
				assert.deepEqual([links.length, images], [1, 0], JSON.stringify([made, url]));
				const target = new URL(links[0] ?? "");
				assert.deepEqual([target.protocol, target.host], [expected.protocol, expected.host]);
			}
		}
	});

	it("runs a command of this extension with its arguments", () => {
		assert.equal(
			markdownCommand("Refresh", "coderDeployment.refresh"),
			"[Refresh](command:coderDeployment.refresh)",
		);
		for (const argument of [...hostile, "a)b(c'd\"e", "\ud800", "100 %", "ü"]) {
			const made = markdownCommand(
				argument,
				"coderDeployment.openConfiguration",
				argument,
				1,
				true,
			);
			const { links } = renderMarkdown(`| ${made} | b |\n| --- | --- |`);
			assert.equal(links.length, 1, made);
			const [id, query] = (links[0] ?? "").split("?");
			assert.equal(id, "command:coderDeployment.openConfiguration");
			assert.deepEqual(JSON.parse(decodeURIComponent(query ?? "")), [argument, 1, true]);
		}
	});
});

describe("a hover for an option of a hostile server", () => {
	for (const text of hostile) {
		const [option] = configWith({
			name: text,
			env: "CODER_HOSTILE",
			flag: text,
			flag_shorthand: "",
			yaml: text,
			group: { name: text, yaml: text },
			description: `${text}\n\n${text}`,
			value: text,
			default: text,
			value_source: text,
			use_instead: [{ name: text, env: text }],
		}).options;
		assert.ok(option);

		it(`contains only our own links: ${JSON.stringify(text)}`, () => {
			const config = { options: [option], masked: { options: [] } };
			const variable = new KnownVariables(config).find("CODER_HOSTILE");
			assert.ok(variable);
			const deployment = { key: text, name: text, sourcesReported: true };
			const { links, images } = renderMarkdown(variableHover(variable, deployment).join("\n\n"));
			assert.equal(images, 0);
			assert.equal(links.length, 2);
			assert.ok(links[0]?.startsWith("command:coderDeployment.openConfiguration?"));
			assert.ok(links[1]?.startsWith("https://coder.com/docs/"));
			const plain = renderMarkdown(optionHover(option).join("\n\n"));
			assert.deepEqual([plain.links, plain.images], [[], 0]);
		});
	}

	it("links to a section of the documentation only for a valid flag", () => {
		const page = "https://coder.com/docs/reference/cli/server";
		const [option] = configWith({ name: "a", flag: "access-url" }).options;
		assert.ok(option);
		assert.equal(referenceOf(option), `${page}#--access-url`);
		for (const flag of ["", "a b", "x) ![](https://e", "a\nb", "\ud800", "../.."]) {
			assert.equal(referenceOf({ ...option, flag }), page);
		}
	});
});
