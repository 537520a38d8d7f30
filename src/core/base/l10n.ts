type Translate = (message: string, ...args: (string | number)[]) => string;

const fill: Translate = (message, ...args) =>
	message.replace(/\{(\d+)\}/g, (whole, index: string) => String(args[Number(index)] ?? whole));

let translate: Translate = fill;

/** Makes {@link t} speak the user's language; VS Code's `l10n.t` fits. Without it, English is spoken. */
export function setTranslator(translator: Translate): void {
	translate = translator;
}

/**
 * The sentence for people, in their language.
 *
 * @param message the English sentence, a literal (it is the key of the translation), with `{0}`, `{1}` … for `args`
 */
export function t(message: string, ...args: (string | number)[]): string {
	return translate(message, ...args);
}

/** Translates from a bundle (English sentence to translated sentence), where there is no VS Code to ask. */
export function translatorFrom(bundle: Readonly<Record<string, string>>): Translate {
	return (message, ...args) =>
		fill(Object.hasOwn(bundle, message) ? (bundle[message] ?? message) : message, ...args);
}

let locale: string | undefined;

/** Sets the language (BCP 47, such as `de`) in which numbers and dates are written. */
export function setLocale(language: string | undefined): void {
	locale = language;
}

/** The language set by {@link setLocale}; `undefined` stands for the machine's own. */
export function currentLocale(): string | undefined {
	return locale;
}
