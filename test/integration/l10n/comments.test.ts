import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Folders with comments in the current style. */
const commented = ["src", "scripts", "test"];

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

/** More wording that is ruled out in comments, where titles may need it. */
const outdatedInComments: readonly (readonly [pattern: RegExp, instead: string])[] = [
	[/^(?:True|False)\b/, "Whether …"],
	[/\b[Tt]o be called\b/, "Call this, Must be called"],
	[/\bnothing (?:when|where)\b/, "undefined if, missing if"],
	[/\b(?:people|persons?)\b(?! who runs)/, "the user, users"],
	[/\bbesides?\b/i, "next to, in addition to, apart from"],
	[/\bso (?:many|much) (?:are|is|at|of)\b/, "the maximum number of"],
	[/\bin step\b|\bmend(?:s|ed)?\b/, "up to date, fixes"],
	[/\bknows? (?:no|nothing)\b|\b(?:what|who|all|whatever) else\b/, "doesn't know, everything else"],
	[/\blook(?:s|ed)? at\b/, "checks, reads"],
	[
		/\b(?:do|does|did|is|are|was|were|has|have|can|could|would|should) not\b|\bcannot\b/,
		"a contraction",
	],
	[/\w*(?:colour|neighbour|licence|behaviour|favour|recognis|cancelle)\w*/i, "American spelling"],
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
	return (code.match(/\/\*\*[^]*?\*\/|(?:^[ \t]*\/\/ .*\n?)+/gm) ?? []).map(textOf);
}

/** Returns the docstring of each function declaration. */
function docstringsOf(code: string): string[] {
	const documented =
		/(\/\*\*(?:(?!\*\/)[^])*\*\/)\s*(?:export )?(?:default )?(?:async )?function\b/g;
	return [...code.matchAll(documented)].map(([, comment = ""]) => textOf(comment));
}

function textOf(comment: string): string {
	return comment
		.replace(/^\s*(?:\/\*\*|\*\/|\*|\/\/)|\*\/$/gm, "")
		.replace(/`[^`]*`/g, "")
		.replace(/@param \w+/g, "@param")
		.replace(/\s+/g, " ")
		.trim();
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
	const tests = filesIn("test");

	for (const [pattern, instead] of outdated) {
		it(`uses “${instead}” in comments`, () => {
			assert.deepEqual(uses(pattern, sources, commentsOf), []);
		});

		it(`uses “${instead}” in titles`, () => {
			assert.deepEqual(uses(pattern, tests, titlesOf), []);
		});
	}

	for (const [pattern, instead] of outdatedInComments) {
		it(`uses “${instead}” in comments`, () => {
			assert.deepEqual(uses(pattern, sources, commentsOf), []);
		});
	}

	it("begins the docstring of a function with a verb or “Whether”", () => {
		const other = /^(?!(?:[A-Z][a-z]+s|Whether|Like)\b|@)/;
		assert.deepEqual(uses(other, sources, docstringsOf), []);
	});

	it("finds comments and titles", () => {
		assert.ok(sources.flatMap((file) => commentsOf(readFileSync(file, "utf8"))).length > 1000);
		assert.ok(tests.flatMap((file) => titlesOf(readFileSync(file, "utf8"))).length > 2000);
	});
});
