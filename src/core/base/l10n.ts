import { unpackSentences, type PackedSentences } from "./packedSentences.ts";

/** Translations of one language: by English sentence, or as they are packaged. */
export type Bundle = Readonly<Record<string, string>> | PackedSentences;

type Translate = (message: string, ...args: (string | number)[]) => string;

const fill: Translate = (message, ...args) =>
	message.replace(/\{(\d+)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));

let translate: Translate = fill;

/** Sets the translator for {@link t}. Without one, sentences stay in English. */
export function setTranslator(translator: Translate): void {
	translate = translator;
}

/**
 * Returns a sentence for users in their language.
 *
 * @param message the English sentence as a literal (the translation's key), with `{0}`, `{1}` … for `args`
 */
export function t(message: string, ...args: (string | number)[]): string {
	return translate(message, ...args);
}

/** Translates from a bundle. A sentence that it doesn't contain stays in English. */
export function translatorFrom(bundle: Bundle): Translate {
	const find = isPacked(bundle) ? unpackSentences(bundle) : finder(bundle);
	return (message, ...args) => fill(find(message) || message, ...args);
}

function isPacked(bundle: Bundle): bundle is PackedSentences {
	return Object.hasOwn(bundle, "seeds");
}

function finder(bundle: Readonly<Record<string, string>>): (message: string) => string | undefined {
	return (message) => (Object.hasOwn(bundle, message) ? bundle[message] : undefined);
}

let locale: string | undefined;

/** Sets the language (BCP 47, such as `de`) for numbers and dates. */
export function setLocale(language: string | undefined): void {
	locale = language;
}

/** Returns the language set by {@link setLocale}; `undefined` stands for the machine's own. */
export function currentLocale(): string | undefined {
	return locale;
}
