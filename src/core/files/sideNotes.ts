import { t } from "../base/l10n.ts";
import { nameSome } from "../base/nameSome.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { unknownPaths } from "../comparison/yamlPaths.ts";
import type { SettingDrift } from "./drift.ts";

/** Returns the keys in a configuration file that keep the server from starting. */
function rejected(drift: readonly SettingDrift[], options: readonly DeploymentOption[]): string[] {
	const keys = drift.map(({ setting }) => setting).filter(({ source }) => source === "yaml");
	const unknown = unknownPaths(new Map(keys.map((key) => [key.name, key])), options);
	return unknown.length === 0
		? []
		: [t("The server would reject this file because it doesn't know {0}.", nameSome(unknown))];
}

/**
 * Returns sentences about the limits of a comparison with files.
 *
 * @param isConfig whether the files are configurations of `coder server`, which can't set every option
 */
export function sideNotes(
	drift: readonly SettingDrift[],
	options: readonly DeploymentOption[],
	isConfig: boolean,
): string[] {
	const names = (state: SettingDrift["state"]): string[] => [
		...new Set(drift.filter((one) => one.state === state).map(({ setting }) => setting.name)),
	];
	const [open, refused] = [names("open"), names("refused")];
	return [
		isConfig
			? t("Settings that a YAML file can't contain, such as secrets, aren't compared.")
			: t("Values of secrets aren't compared, only whether they're set."),
		...rejected(drift, options),
		...(open.length === 0
			? []
			: [t("Not compared, because the file doesn't contain the value: {0}.", nameSome(open))]),
		...(refused.length === 0
			? []
			: [t("Coder doesn't start with the value of {0}.", nameSome(refused))]),
	];
}
