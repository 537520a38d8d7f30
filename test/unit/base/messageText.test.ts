import assert from "node:assert/strict";
import fc from "fast-check";
import { messageLines, messageText } from "../../../src/core/base/messageText.ts";

/** What VS Code interprets: the first starts every link, the second every icon. */
const syntax = /\]\(|\$\(/;

/** What remains without zero-width characters. */
const read = (text: string): string => text.replaceAll("\u200b", "");

const hostile = [
	"[here](command:workbench.action.quit)",
	"[here](COMMAND:workbench.action.quit)",
	"[here](https://evil.example 'title')",
	'[here](http://evil.example "title")',
	"[here](file:///etc/passwd)",
	"[[here]](command:x)",
	"[a](command:x)[b](command:y)",
	"[a [b](command:x) c](command:y)",
	"[](command:x) [ ](command:x)",
	"[new\nline](command:x)",
	"![image](https://evil.example/pixel.png)",
	"[a](<command:x>)",
	"<a href='command:x'>[b](command:x)</a>",
	"[1.2.3](command:workbench.action.terminal.sendSequence?%7B%22text%22%3A%22x%22%7D)",
	"$(alert) not an icon",
	"$(sync~spin)",
	"\\$(check)",
	"$($(check))",
];

describe("the text of a message", () => {
	it("doesn't change what people write", () => {
		for (const text of ["", "a [b] (c) → d", "costs $5 (net)", "https://coder.example.com/[x]"]) {
			assert.equal(messageText(text), text);
		}
	});

	for (const text of hostile) {
		it(`contains neither links nor icons: ${JSON.stringify(text)}`, () => {
			assert.doesNotMatch(messageText(text), syntax);
			assert.doesNotMatch(messageLines(text), syntax);
			assert.equal(read(messageText(text)), text.replaceAll("\n", " "));
			assert.equal(read(messageLines(text)), text);
		});
	}

	it("contains no link even after the text inside one is removed", () => {
		for (const between of ["\u202e", "\u200f", "\u001b[0m", "\u001b]0;\u0007", "\ud800", "\0"]) {
			assert.doesNotMatch(messageText(`[x]${between}(command:y)`), syntax);
			assert.doesNotMatch(messageText(`$${between}(check)`), syntax);
		}
	});

	it("contains neither, for arbitrary text", () => {
		const pieces = [
			"[",
			"]",
			"(",
			")",
			"$",
			"command:",
			"https://",
			"\n",
			"\u202e",
			"\u001b[m",
			"\\",
			"x",
		];
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
				const text = parts.join("");
				assert.doesNotMatch(messageText(text), syntax);
				assert.doesNotMatch(messageLines(text), syntax);
				// Applying it twice changes nothing.
				assert.equal(messageText(messageText(text)), messageText(text));
			}),
		);
	});
});
