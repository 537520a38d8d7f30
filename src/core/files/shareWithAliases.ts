import type { DeploymentOption } from "../coder/model.ts";
import { aliasOf } from "../options/aliases.ts";
import type { SettingDrift } from "./drift.ts";

/**
 * Copies settings between deprecated names and their replacements if the server stores them as one value: setting one
 * sets both.
 */
export function shareWithAliases(
	byId: Map<string, SettingDrift>,
	options: readonly DeploymentOption[],
): void {
	for (const option of options) {
		const current = aliasOf(option);
		if (current === undefined) continue;
		const [one, other] = [byId.get(option.id), byId.get(current)];
		if (one && !other) byId.set(current, one);
		else if (other && !one) byId.set(option.id, other);
	}
}
