type Translate = (message: string, ...args: (string | number)[]) => string;

const fill: Translate = (message, ...args) =>
	message.replace(/\{(\d+)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));

let translate: Translate = fill;

/** Sets the translator for {@link t}, such as VS Code's `l10n.t`. Without one, sentences stay in English. */
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

/** Translates from a bundle (English to translated sentence), for use without VS Code. */
export function translatorFrom(bundle: Readonly<Record<string, string>>): Translate {
	return (message, ...args) =>
		fill(Object.hasOwn(bundle, message) ? (bundle[message] ?? message) : message, ...args);
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
