import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const read = (file: string): Record<string, string> =>
	JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;

/** Returns every English text with its German one. */
function pairs(): readonly (readonly [english: string, german: string])[] {
	const english = read("package.nls.json");
	const german = read("package.nls.de.json");
	return [
		...Object.entries(read("l10n/bundle.l10n.de.json")),
		...Object.keys(english).map((key) => [english[key] ?? "", german[key] ?? ""] as const),
	];
}

/** Returns the terms of the glossary with what a German text must contain if the English one has them. */
function terms(): readonly (readonly [term: string, stems: readonly string[]])[] {
	return readFileSync("l10n/GLOSSARY.md", "utf8")
		.split("\n")
		.filter((line) => line.startsWith("| "))
		.slice(1)
		.map((line) => line.split("|").map((cell) => cell.trim()))
		.flatMap(([, english = "", , checked = ""]) =>
			checked === ""
				? []
				: [[english.replace(/ \(.*\)/, ""), checked.split(", ")] as [string, readonly string[]]],
		);
}

/** Text for VS Code or Coder, not for users. */
const code = /`[^`]*`|\(command:[^)]*\)|CODER_\w+|“[a-z]+”|\[\w+\]/g;

describe("the glossary", () => {
	it("has terms to check", () => {
		assert.ok(terms().length > 20);
	});

	for (const [term, stems] of terms()) {
		it(`has one German word for “${term}”`, () => {
			const names = term.split(", ").map((name) => new RegExp(`\\b${name}s?\\b`, "i"));
			const wrong = pairs().filter(
				([english, german]) =>
					names.some((name) => name.test(english.replaceAll(code, ""))) &&
					!stems.some((stem) => german.includes(stem)),
			);
			assert.deepEqual(wrong, []);
		});
	}
});
