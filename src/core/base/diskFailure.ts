import { t } from "./l10n.ts";

/** What the operating system's commonest refusals mean, as the end of a sentence. */
export function diskFailureReason(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	switch (code) {
		case "ENOSPC":
		case "EDQUOT":
			return t("the disk is full");
		case "EROFS":
		case "EACCES":
		case "EPERM":
			return t("writing there isn't permitted");
		default:
			return message;
	}
}

/** For `catch`: a file that is not there is no failure. Another window may have deleted it, or nobody made it yet. */
export function unlessMissing(error: unknown): undefined {
	if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
	throw error;
}
