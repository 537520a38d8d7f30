import { t } from "./l10n.ts";

/** Describes the most common file system errors. The text completes a sentence. */
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

/** Ignores a missing file, which another window may have deleted or which doesn't exist yet. For use with `catch`. */
export function unlessMissing(error: unknown): undefined {
	if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
	throw error;
}
