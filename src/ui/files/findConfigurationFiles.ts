import { formatCount } from "../../core/base/format.ts";
import { t } from "../../core/base/l10n.ts";
import type { FilesFront } from "../app/front.ts";
import { showInformation } from "../messages/messages.ts";
import { withCancellableProgress } from "../messages/progress.ts";

/** Searches the workspace for files that configure deployments, and reports their number. */
export async function findConfigurationFiles({ find }: FilesFront): Promise<void> {
	const { count, cut } = await withCancellableProgress(
		t("Looking for files that configure Coder"),
		find,
	);
	void showInformation(sentence(count, cut));
}

function sentence(count: number, cut: boolean): string {
	if (count === 0) return t("No file in this workspace configures Coder.");
	const number = formatCount(count);
	if (cut) {
		return t(
			"Found {0} files that configure Coder. The workspace has more files than were searched.",
			number,
		);
	}
	return count === 1
		? t("Found 1 file that configures Coder.")
		: t("Found {0} files that configure Coder.", number);
}
