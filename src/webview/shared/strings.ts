import { setLocale, setTranslator, translatorFrom } from "../../core/base/l10n.ts";

/** What the extension writes into the page: the user's language and the translated sentences, if there are any. */
export interface Strings {
	readonly language: string;
	readonly bundle: Readonly<Record<string, string>>;
}

/** The id of the element that holds the {@link Strings} as JSON. */
export const stringsId = "strings";

/** Makes the page speak the user's language. Call it before anything is drawn. */
export function speak(): void {
	const { language, bundle } = JSON.parse(
		document.getElementById(stringsId)?.textContent ?? "{}",
	) as Partial<Strings>;
	setLocale(language);
	if (bundle) setTranslator(translatorFrom(bundle));
}
