import type { Deployment } from "../../core/deployments/deployment.ts";
import { formatCount } from "../../core/base/format.ts";
import { t } from "../../core/base/l10n.ts";
import type { Samples } from "../../core/statistics/samples.ts";
import { askModal } from "../messages/messages.ts";

/** Asks for confirmation, and deletes the samples of a deployment or of all deployments. */
export async function clearStatistics({ saved }: Deployment, samples: Samples): Promise<void> {
	const { length } = await samples.all(saved.key);
	const [one, all] = [t("Clear"), t("Clear All Deployments")];
	const answer = await askModal(
		t("Clear the stored statistics of {0}?", saved.name),
		[
			length === 1
				? t("Deletes 1 sample of its statistics from this machine.")
				: t("Deletes {0} samples of its statistics from this machine.", formatCount(length)),
			t("The deployment isn't affected. Recording continues unless you turn it off."),
		].join(" "),
		one,
		all,
	);
	if (answer === one) await samples.clear(saved.key);
	if (answer === all) await samples.clearAll();
}
