import { plainLines, plainText } from "./plainText.ts";

/**
 * Makes a sentence safe for VS Code's messages, progress, prompts, quick picks, and status bar: it reads the same, but
 * nothing in it becomes a link or an icon.
 *
 * VS Code turns `[text](target)` into a link if the target begins with `http://`, `https://`, `command:`, or `file:`
 * (`src/vs/base/common/linkedText.ts`), and `$(name)` into an icon (`src/vs/base/browser/ui/iconLabel/iconLabels.ts`).
 * A zero-width space between the first two characters prevents both.
 */
export function messageText(text: string): string {
	return defuse(plainText(text));
}

/** Like {@link messageText}, but keeps line feeds, for the details of a dialog. */
export function messageLines(text: string): string {
	return defuse(plainLines(text));
}

function defuse(text: string): string {
	return text.replaceAll("](", "]\u200B(").replaceAll("$(", "$\u200B(");
}
