import { setLocale, setTranslator, translatorFrom } from "../../core/base/l10n.ts";
import { ownTimeZone, setTimeZone } from "../../core/base/timeZone.ts";

/** What the extension writes into the page: the user's language and the translated sentences, if there are any. */
export interface Strings {
	readonly language: string;
	readonly bundle: Readonly<Record<string, string>>;
	/** The time zone in which the extension writes dates and times: the page writes the same. */
	readonly timeZone: string;
	/** Whether the extension names it, because the reader may be in another one. */
	readonly nameTimeZone: boolean;
}

/** The id of the element that holds the {@link Strings} as JSON. */
export const stringsId = "strings";

/** Makes the page speak the user's language. Call it before anything is drawn. */
export function speak(): void {
	const { language, bundle, timeZone, nameTimeZone } = JSON.parse(
		document.getElementById(stringsId)?.textContent ?? "{}",
	) as Partial<Strings>;
	setLocale(language);
	if (bundle) setTranslator(translatorFrom(bundle));
	useTimeZone(timeZone, nameTimeZone);
}

/** One moment is shown once: as the tree shows it, whose texts are made where the extension runs. */
function useTimeZone(timeZone: string | undefined, name = false): void {
	if (timeZone === undefined) return;
	try {
		// Throws where the browser does not know the zone.
		new Intl.DateTimeFormat(undefined, { timeZone });
		setTimeZone(timeZone, name || timeZone !== ownTimeZone());
	} catch {
		setTimeZone(undefined, true);
	}
}
