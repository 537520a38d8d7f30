import { plainLines, plainText } from "./plainText.ts";

/**
 * Makes a sentence safe to show in VS Code's messages, progress, prompts, picks and status bar: it reads the same, and
 * nothing in it becomes a link or an icon.
 *
 * VS Code makes a link of `[text](target)` where the target begins with `http://`, `https://`, `command:` or `file:`
 * (`src/vs/base/common/linkedText.ts`), and an icon of `$(name)` (`src/vs/base/browser/ui/iconLabel/iconLabels.ts`).
 * A space without width between the first two characters is enough against either.
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
