import assert from "node:assert/strict";
import { flagPlace } from "../../../src/core/variables/flagPlace.ts";
import type { Form } from "../../../src/core/variables/forms.ts";

/** Texts in which `|` is the cursor, and the word that a completion replaces; undefined for none. */
const cases: readonly (readonly [what: string, Form, text: string, word: string | undefined])[] = [
	["a shell line", "shell", "coder server --acc|\n", "--acc"],
	["a dash", "shell", "coder server -|\n", "-"],
	["the middle of a flag", "shell", "coder server --ac|cess-url=x\n", "--access-url"],
	["another program", "shell", "curl --acc|\n", undefined],
	["another command of Coder", "shell", "coder users --acc|\n", undefined],
	["a comment", "shell", "# coder server --acc|\n", undefined],
	["the value of a flag", "shell", "coder server --access-url --acc|\n", "--acc"],
	["a value", "shell", "coder server --access-url=--acc|\n", undefined],
	["a word with a dash", "shell", "coder server a-b|\n", undefined],
	[
		"arguments of Coder's image in Compose, before the image",
		"yaml",
		"services:\n  coder:\n    command:\n      - --acc|\n    image: coder/coder\n",
		"--acc",
	],
	["a list of YAML", "yaml", "a:\n  -|\n", undefined],
	["a task definition", "json", '{"command":["server","--acc|"],"image":"coder/coder"}', "--acc"],
	["a systemd unit", "systemd", "[Service]\nExecStart=/usr/bin/coder server --acc|\n", "--acc"],
	["a Dockerfile", "docker", 'FROM coder/coder\nCMD ["--acc|"]\n', "--acc"],
];

describe("the place of a flag that is being typed", () => {
	for (const [what, form, marked, word] of cases) {
		it(`is ${word === undefined ? "not in" : "in"} ${what}`, () => {
			const offset = marked.indexOf("|");
			const text = marked.replace("|", "");
			const place = flagPlace(text, offset, form);
			assert.equal(place && text.slice(place.start, place.end), word);
		});
	}

	it("shows whether a value follows", () => {
		assert.equal(flagPlace("coder server --acc=x", 18, "shell")?.hasEquals, true);
		assert.equal(flagPlace("coder server --acc", 18, "shell")?.hasEquals, false);
	});
});
