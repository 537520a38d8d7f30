import * as core from "../../../../src/core/base/l10n.ts";
import type { DeploymentOption } from "../../../../src/core/coder/model.ts";

/**
 * Speaks a language that there is not: each sentence stands in `⟦` and `⟧`, and what is put into it does not. Numbers,
 * units and dates are Japanese, so that an English word among them is seen.
 *
 *     ⟦Signed in as ⟧mira⟦.⟧
 *
 * @param l10n another instance of the module, where code was loaded with `import()`
 */
export function speakPseudo(l10n = core): void {
	l10n.setTranslator(
		(message, ...args) =>
			`⟦${message.replace(/\{(\d+)\}/g, (_, index) => `⟧${String(args[Number(index)])}⟦`)}⟧`,
	);
	l10n.setLocale("ja");
}

/** Speaks English again, as tests do. */
export function speakEnglish(l10n = core): void {
	l10n.setTranslator(l10n.translatorFrom({}));
	l10n.setLocale("en");
}

/** A part of a sentence; one that was cut off has no end. */
const ours = /⟦[^⟦⟧]*(?:⟧|$)/g;

/** Abbreviations of units that are the same in Japanese. */
const units = /(?<=\d ?)(?:ms|[kMGTP]?B)\b/g;

/** Icons, filters, addresses, versions, Go's durations, and names in a language of programs. */
const codes =
	/(?<!\w)@[a-z]+(?::(?:"[^"]*"?|[\w/.-]*))?|\$\([\w~-]+\)|https?:\/\/[^\s>)]+|\bv\d+\.[\w.+-]+|\b(?:\d+h)?(?:\d+m)?\d+s\b|\b[A-Z\d]+(?:\\?_[A-Z\d]+)+\b/g;

/** Names that are the same in every language. */
const names = ["Coder", "VS Code", "JetBrains", "SSH"];

/** The words of texts that did not go through `t`: what is left without what {@link Data} knows, each once. */
export function untranslated(texts: readonly string[], data: Data): string[] {
	const rests = texts.flatMap((text) => text.replace(ours, "\n").split("\n"));
	const parts = [...new Set(rests)]
		.filter((rest) => !data.has(rest))
		.flatMap((rest) => rest.replace(units, "").replace(codes, "\n").split(between))
		.filter((part) => /\p{Script=Latin}/u.test(part) && !data.has(part))
		.filter((part) => !data.has(part.replace(number, "")));
	return [...new Set(parts)];
}

/** A number behind its name. */
const number = / [\d.,]+ ?$/;

/** What stands between values. */
const between = /\n| · |, |: | \| |\. | → | — |; /;

/** What servers, files and people say, which is never translated. */
export class Data {
	readonly #known = new Set<string>(names);

	/** @param values texts, numbers, and lists and objects of them, keys not included */
	constructor(...values: readonly unknown[]) {
		this.#add(values);
	}

	/** Whether a text is one of the values, or the beginning of one that was cut, but for marks around it. */
	has(text: string): boolean {
		const value = bare(text);
		if (this.#known.has(value)) return true;
		return text.endsWith("…") && [...this.#known].some((known) => known.startsWith(value));
	}

	#add(value: unknown): void {
		if (typeof value === "object" && value !== null) {
			for (const part of Object.values(value)) this.#add(part);
		} else if (typeof value === "string") {
			for (const part of [value, ...value.split(/\n|,/), ...value.split(between)])
				this.#known.add(bare(part));
		}
	}
}

/** A text without what Markdown and sentences put around it. */
function bare(text: string): string {
	return text
		.replace(/\\(?=[\W_])/g, "")
		.replace(/\s+/g, " ")
		.replace(/^[ `*|#.,:;()“”"<>·–—→↔•=-]+|[ `*|.,:;()“”"<>·–—→↔…›]+$/g, "");
}

/** What is shown of options, put together from what the server said. */
export function derived(options: readonly DeploymentOption[]): unknown[] {
	return options.map(({ name, flag, flagShorthand, yamlPath, groups, value }) => [
		name.split(": "),
		flag && `--${flag}`,
		flagShorthand && `-${flagShorthand}`,
		yamlPath?.join("."),
		groups.map((_, depth) =>
			groups
				.slice(0, depth + 1)
				.map(({ name }) => name)
				.join(" › "),
		),
		JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part)),
		keysIn(value),
	]);
}

/** The keys of all objects in a value. */
function keysIn(value: unknown): unknown[] {
	if (typeof value !== "object" || value === null) return [];
	const keys = Array.isArray(value) ? [] : Object.keys(value);
	return [...keys, ...Object.values(value).map(keysIn)];
}
