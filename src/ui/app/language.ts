import * as vscode from "vscode";
import { setLocale, setTranslator } from "../../core/base/l10n.ts";

/**
 * The language (BCP 47) of our sentences: VS Code's, where they are translated into it. Elsewhere numbers and dates
 * are English as well, because those of one language read badly in sentences of another.
 */
export function spokenLanguage(): string {
	const { language } = vscode.env;
	return vscode.l10n.bundle || /^en\b/.test(language) ? language : "en";
}

/** Makes the extension speak the user's language. Call it before anything is said. */
export function speak(): void {
	setTranslator(vscode.l10n.t);
	setLocale(spokenLanguage());
}
