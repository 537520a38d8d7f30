import * as core from "../../../../src/core/base/l10n.ts";
import type { DeploymentOption } from "../../../../src/core/coder/model.ts";

/**
 * Switches to an invented language: sentences are enclosed in `⟦` and `⟧`, and inserted values aren't. Numbers, units,
 * and dates are Japanese, so that an English word among them stands out.
 *
 *     ⟦Signed in as ⟧mira⟦.⟧
 *
 * @param l10n another instance of the module, if code was loaded with `import()`
 */
export function speakPseudo(l10n = core): void {
	l10n.setTranslator(
		(message, ...args) =>
			`⟦${message.replace(/\{(\d+)\}/g, (_, index) => `⟧${String(args[Number(index)])}⟦`)}⟧`,
	);
	l10n.setLocale("ja");
}

/** Switches back to English, the default of tests. */
export function speakEnglish(l10n = core): void {
	l10n.setTranslator(l10n.translatorFrom({}));
	l10n.setLocale("en");
}

/** A part of a sentence; a truncated one has no end. */
const ours = /⟦[^⟦⟧]*(?:⟧|$)/g;

/** Unit abbreviations that are the same in Japanese. */
const units = /(?<=\d ?)(?:ms|[kMGTP]?B)\b/g;

/** Icons, filters, addresses, versions, Go's durations, and identifiers. */
const codes =
	/(?<!\w)@[a-z]+(?::(?:"[^"]*"?|[\w/.-]*))?|\$\([\w~-]+\)|https?:\/\/[^\s>)]+|\bv\d+\.[\w.+-]+|\b(?:\d+h)?(?:\d+m)?\d+s\b|\b[A-Z\d]+(?:\\?_[A-Z\d]+)+\b/g;

/** Names that are the same in every language. */
const names = ["Coder", "VS Code", "JetBrains", "SSH"];

/** Returns each distinct word in texts that didn't go through `t`, without those that {@link Data} knows. */
export function untranslated(texts: readonly string[], data: Data): string[] {
	const rests = texts.flatMap((text) => text.replace(ours, "\n").split("\n"));
	const parts = [...new Set(rests)]
		.filter((rest) => !data.has(rest))
		.flatMap((rest) => rest.replace(units, "").replace(codes, "\n").split(between))
		.filter((part) => /\p{Script=Latin}/u.test(part) && !data.has(part))
		.filter((part) => !data.has(part.replace(number, "")));
	return [...new Set(parts)];
}

/** A number after its name. */
const number = / [\d.,]+ ?$/;

/** Separators between values. */
const between = /\n| · |, |: | \| |\. | → | — |; /;

/** Texts from servers, files, and users, which are never translated. */
export class Data {
	readonly #known = new Set<string>(names);

	/** @param values texts, numbers, and lists and objects of them, without keys */
	constructor(...values: readonly unknown[]) {
		this.#add(values);
	}

	/** Returns whether a text is one of the values, or the start of a truncated one, except for surrounding marks. */
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

/** Returns a text without the marks that Markdown and sentences put around it. */
function bare(text: string): string {
	return text
		.replace(/\\(?=[\W_])/g, "")
		.replace(/\s+/g, " ")
		.replace(/^[ `*|#.,:;()“”"<>·–—→↔•=-]+|[ `*|.,:;()“”"<>·–—→↔…›]+$/g, "");
}

/** Returns what is shown of options and assembled from the server's texts. */
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

/** Returns the keys of all objects in a value. */
function keysIn(value: unknown): unknown[] {
	if (typeof value !== "object" || value === null) return [];
	const keys = Array.isArray(value) ? [] : Object.keys(value);
	return [...keys, ...Object.values(value).map(keysIn)];
}
