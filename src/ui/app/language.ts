import * as vscode from "vscode";
import { setLocale, setTranslator } from "../../core/base/l10n.ts";
import { setTimeZone } from "../../core/base/timeZone.ts";

/**
 * The language (BCP 47) of our sentences: VS Code's, where they are translated into it. Elsewhere numbers and dates
 * are English as well, because those of one language read badly in sentences of another.
 */
export function spokenLanguage(): string {
	const { language } = vscode.env;
	return vscode.l10n.bundle || /^en\b/.test(language) ? language : "en";
}

/** Whether whoever reads our sentences may sit in another time zone than that of this machine. */
export function mayBeElsewhere(): boolean {
	return vscode.env.remoteName !== undefined || vscode.env.uiKind === vscode.UIKind.Web;
}

/** Makes the extension speak the user's language, and name its time zone. Call it before anything is said. */
export function speak(): void {
	setTranslator(vscode.l10n.t);
	setLocale(spokenLanguage());
	setTimeZone(undefined, mayBeElsewhere());
}
