import * as vscode from "vscode";
import { setLocale, setTranslator, translatorFrom } from "../../core/base/l10n.ts";
import { setTimeZone } from "../../core/base/timeZone.ts";

/**
 * Returns the language (BCP 47) of our sentences: VS Code's, if there is a translation. Otherwise numbers and dates are
 * English too, because formats of another language read badly in English sentences.
 */
export function spokenLanguage(): string {
	const { language } = vscode.env;
	return vscode.l10n.bundle || /^en\b/.test(language) ? language : "en";
}

/** Returns whether the user may be in another time zone than this machine. */
export function mayBeElsewhere(): boolean {
	return vscode.env.remoteName !== undefined || vscode.env.uiKind === vscode.UIKind.Web;
}

/** Sets language and time zone. Call it before anything is shown. */
export function speak(): void {
	// Not by `l10n.t`, because the packaged sentences have no keys.
	if (vscode.l10n.bundle) setTranslator(translatorFrom(vscode.l10n.bundle));
	setLocale(spokenLanguage());
	setTimeZone(undefined, mayBeElsewhere());
}
