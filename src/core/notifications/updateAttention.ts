import { t } from "../base/l10n.ts";
import { readUpdate } from "../coder/updateState.ts";
import { oneNeed, type AttentionSource } from "../deployments/attention.ts";
import { updateLook } from "../overview/update.ts";

/**
 * Reports the result of the update check. An available update needs attention.
 *
 * @param isMuted whether the user muted an update to a version, for the deployment with a key
 */
export function updateAttention(
	isMuted: (key: string, version: string) => boolean,
): AttentionSource {
	return ({ saved, snapshot }) => {
		const update = readUpdate(snapshot.updateCheck.value, snapshot.buildInfo.value);
		const counts = update.kind === "available" && !isMuted(saved.key, update.latest);
		return {
			need: counts ? oneNeed("update", t("1 update")) : undefined,
			facts: [t("Update: {0}", updateLook(snapshot).sentence)],
		};
	};
}
