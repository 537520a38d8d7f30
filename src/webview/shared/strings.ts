import { setLocale, setTranslator, translatorFrom, type Bundle } from "../../core/base/l10n.ts";
import { ownTimeZone, setTimeZone } from "../../core/base/timeZone.ts";

/**
 * The data that the extension embeds in the page: the user's language, and the translated sentences if there are any.
 */
export interface Strings {
	readonly language: string;
	readonly bundle: Bundle;
	/** The time zone of the extension's dates and times, which the page uses too. */
	readonly timeZone: string;
	/** Whether to show the time zone, because the reader may be in another one. */
	readonly nameTimeZone: boolean;
}

/** The ID of the element that contains the {@link Strings} as JSON. */
export const stringsId = "strings";

/** Sets the page's language. Call it before anything is drawn. */
export function speak(): void {
	const { language, bundle, timeZone, nameTimeZone } = JSON.parse(
		document.getElementById(stringsId)?.textContent ?? "{}",
	) as Partial<Strings>;
	setLocale(language);
	if (bundle) setTranslator(translatorFrom(bundle));
	useTimeZone(timeZone, nameTimeZone);
}

/** Uses the time zone of the extension host, so that a time looks the same here and in the tree. */
function useTimeZone(timeZone: string | undefined, name = false): void {
	if (timeZone === undefined) return;
	try {
		// Throws if the browser doesn't know the zone.
		new Intl.DateTimeFormat(undefined, { timeZone });
		setTimeZone(timeZone, name || timeZone !== ownTimeZone());
	} catch {
		setTimeZone(undefined, true);
	}
}
