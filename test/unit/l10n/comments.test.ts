import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Folders with comments in the current style. */
const commented = ["src", "scripts"];

/** Folders of unit tests with titles in the current style. */
const titled = [
	"base",
	"bounds",
	"chatTools",
	"coder",
	"comparison",
	"configuration",
	"deployments",
	"export",
	"files",
	"findings",
	"health",
	"history",
	"http",
	"l10n",
	"license",
	"messages",
	"notifications",
	"options",
	"overview",
	"packaging",
	"panels",
	"publicApi",
	"releases",
	"sampleDeployment",
	"settings",
	"signIn",
	"statistics",
	"upgrade",
	"variables",
];

/** Wording that the writing style rules out in comments and titles, and what to write instead. */
const outdated: readonly (readonly [pattern: RegExp, instead: string])[] = [
	[/\b(?:nobody|somebody|everybody)\b/i, "no one, the user, or the passive voice"],
	[/\bany more\b/, "no longer"],
	[/\b(?:is|are) to be\b/, "must be, or an active verb"],
	[/\bFacts?: /, "From …, See …"],
	[/\bsuccessors?\b/, "replacement"],
	[/\b(?:anew|by hand)\b/, "again, manually"],
	[/\b(?:is|are|was|were|be) (?:told|meant|said)\b/, "reported, used, shown"],
	[/\b[Tt]ells? (?:of|nothing|what|when|how|whether)\b/, "reports, returns, describes"],
	[/\bgood (?:for|at)\b/, "fresh for, valid for"],
	[/\bgone by\b|\bgoes by\b|^Goes by\b/, "uses"],
];

/** Returns the TypeScript and JavaScript files in a folder. */
function filesIn(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => /\.[jt]s$/.test(file))
		.map((file) => path.join(folder, file));
}

/** Returns the text of each comment on its own lines, without code in backticks. */
function commentsOf(code: string): string[] {
	return (code.match(/\/\*\*[^]*?\*\/|^\s*\/\/ .*/gm) ?? []).map((comment) =>
		comment
			.replace(/^\s*(?:\/\*\*|\*\/|\*|\/\/)|\*\/$/gm, "")
			.replace(/@param \w+|`[^`]*`/g, "")
			.replace(/\s+/g, " ")
			.trim(),
	);
}

/** Returns the titles of `describe` and `it`. */
function titlesOf(code: string): string[] {
	return [...code.matchAll(/\b(?:describe|it)\(\s*(["`])((?:\\.|(?!\1).)*)\1/g)].map(
		([, , title = ""]) => title,
	);
}

/** Returns every text that uses a pattern, with its file. */
function uses(
	pattern: RegExp,
	files: readonly string[],
	read: (code: string) => string[],
): string[] {
	return files.flatMap((file) =>
		read(readFileSync(file, "utf8"))
			.filter((text) => pattern.test(text))
			.map((text) => `${file}: ${text}`),
	);
}

describe("the wording of comments and test titles", () => {
	const sources = commented.flatMap(filesIn);
	const tests = ["unit", "integration"].flatMap((tier) =>
		titled.flatMap((folder) => filesIn(`test/${tier}/${folder}`)),
	);

	for (const [pattern, instead] of outdated) {
		it(`uses “${instead}” in comments`, () => {
			assert.deepEqual(uses(pattern, sources, commentsOf), []);
		});

		it(`uses “${instead}” in titles`, () => {
			assert.deepEqual(uses(pattern, tests, titlesOf), []);
		});
	}

	it("finds comments and titles", () => {
		assert.ok(sources.flatMap((file) => commentsOf(readFileSync(file, "utf8"))).length > 1000);
		assert.ok(tests.flatMap((file) => titlesOf(readFileSync(file, "utf8"))).length > 500);
	});
});
