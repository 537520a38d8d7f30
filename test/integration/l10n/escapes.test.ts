import assert from "node:assert/strict";
import ts from "typescript";
import { findPlainWords, wordsIn } from "../../unit/l10n/support/plainWords.ts";

/** Texts that look like words for users but aren't, by file. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
	// Names that are the same in every language.
	"core/coder/endpoints.ts": [
		"Owner",
		"Auditor",
		"Organization Admin",
		"Organization Template Admin",
	],
	"core/overview/statsLooks.ts": ["JetBrains", "SSH"],
	"core/overview/statusBarView.ts": ["Coder {}, {}, {}"],
	"core/signIn/cliFiles.ts": ["Roaming", "Library", "Application Support"],
	// What users type into a terminal or a box.
	"ui/comparison/compareQuestions.ts": ["coder support bundle", "coder server --config"],
	"ui/signIn/signInQuestions.ts": ["https://coder.example.com"],
	// What Go accepts as Booleans, and names of languages, files, and extensions.
	"core/base/goText.ts": ["True", "False"],
	// HTTP.
	"core/http/client.ts": ["Content-Type"],
	"core/http/explainNonCoderResponse.ts": ["Content-Type"],
	"core/http/request.ts": ["Content-Type", "Coder-Session-Token", "User-Agent"],
	"core/http/responseHeaders.ts": ["Date"],
	"core/http/statusFailures.ts": ["Location", "Retry-After", "Date"],
	"core/http/proxy/tunnel.ts": ["Basic {}", "Proxy-Authorization"],
	// Texts from servers by which their answers are recognized.
	"core/http/explainResponse.ts": ["Route not found"],
	"core/http/explainSpecial.ts": [
		"Healthcheck timed out",
		"Healthcheck is in progress",
		"Still running: ",
		"feature. Contact sales",
	],
	// File and answer formats.
	"core/coder/dropSecrets.ts": [
		"name description required flag flag_shorthand env yaml annotations group use_instead hidden value_source",
	],
	"core/variables/forms/yamlPruning.ts": ["Name", "Value"],
	"core/export/systemdUnit.ts": ["[Service]", 'Environment="{}"'],
};

/** Names that can appear anywhere. */
const names: readonly string[] = ["Coder", "Coder Deployment", "VS Code"];

/**
 * Files with names of languages and files, with texts for the log, which is in English for whoever helps the user, or
 * with texts for language models, which are in English like the descriptions of their tools.
 */
const notForPeople =
	/^core\/(variables\/forms\.ts|http\/settings\/describeSettings\.ts|chatTools\/)/;

/**
 * Tables of Coder's own words, which are the same in every language or only compared with what servers send: names of
 * options, types, and groups, and words in names of secrets.
 */
const facts =
	/^core\/(coder\/(?:secretName|experimentTable)|options\/groupOrder|releases\/table|variables\/optionOf|upgrade\/refusals)\.ts$/;

/** Markup. */
const isDocument = (text: string): boolean => text.startsWith("<!DOCTYPE html>");

const found = findPlainWords("src").filter(
	({ file, text }) =>
		!notForPeople.test(file) && !facts.test(file) && !names.includes(text) && !isDocument(text),
);

describe("texts for users", () => {
	it("all go through t", () => {
		const escaped = found.filter(({ file, text }) => !exceptions[file]?.includes(text));
		assert.deepEqual(escaped, []);
	});

	it("have no unnecessary exceptions", () => {
		const needless = Object.entries(exceptions).flatMap(([file, texts]) =>
			texts
				.filter((text) => !found.some((one) => one.file === file && one.text === text))
				.map((text) => ({ file, text })),
		);
		assert.deepEqual(needless, []);
	});

	const samples: readonly (readonly [code: string, ...words: string[]])[] = [
		['showInformationMessage("Nothing to see.")', "Nothing to see."],
		["const text = `${count} options found`;", "{} options found"],
		['pick({ label: "yes", icon: "check" })', "yes"],
		['pick({ label: `$(check) ${name}`, title: t("Signed in as {0}.", name) })'],
		['element.textContent = "none";', "none"],
		['log.warn("It went wrong."); throw new Error("Never here.");'],
		['t("{0}, {1}", "all of them", t("Well"))', "all of them"],
		['element("p", { class: "notice banner", text: "It is late." })', "It is late."],
		['if (event.key === "Escape" || kind === "Not found") stop("now");'],
		['switch (key) { case "Home": say("Home is here"); }', "Home is here"],
	];
	for (const [code, ...words] of samples) {
		it(`are found in ${code}`, () => {
			const source = ts.createSourceFile("a.ts", code, ts.ScriptTarget.Latest, true);
			assert.deepEqual(wordsIn(source), words);
		});
	}
});
