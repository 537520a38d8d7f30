import { formatDuration } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { TimeLimitError } from "../base/timeLimit.ts";

/**
 * Waits for a change of the secret storage.
 *
 * @throws an error with a sentence for users if the storage doesn't respond; the storage's own errors unchanged
 */
export async function secretChanged(change: Promise<void>): Promise<void> {
	try {
		await change;
	} catch (error) {
		if (!(error instanceof TimeLimitError)) throw error;
		const sentence = t(
			"VS Code's secret storage didn't respond within {0}. Unlock your keyring and try again.",
			formatDuration(error.limitMs),
		);
		throw new Error(sentence, { cause: error });
	}
}
