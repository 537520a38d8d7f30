import type { DeploymentOption } from "../coder/model.ts";
import { bundledOptions } from "../variables/bundled.ts";
import type { KnownVariables } from "../variables/known.ts";
import type { SettingDrift } from "./drift.ts";
import { optionLike } from "./optionLike.ts";
import type { FileSetting } from "./setting.ts";

/**
 * Returns options that the files set and the deployment doesn't have. Names that aren't options of any server are left
 * out.
 */
export function unknownOptions(
	drift: readonly SettingDrift[],
	known: KnownVariables,
): ReadonlyMap<FileSetting, DeploymentOption> {
	const found = new Map<string, readonly [FileSetting, DeploymentOption]>();
	for (const { setting, state } of drift) {
		const name = setting.source === "yaml" ? bundledAt(setting.name) : setting.name;
		const variable = state === "unknown" && name !== undefined ? known.find(name) : undefined;
		const option = variable && optionLike(variable);
		if (!option) continue;
		const { value: _value, ...described } = option;
		const value = option.secret ? undefined : setting.read?.(option, undefined);
		found.set(option.id, [
			setting,
			{ ...described, valueSource: setting.source, ...(value !== undefined && { value }) },
		]);
	}
	return new Map(found.values());
}

/** Returns the variable of the bundled option with a YAML path. */
function bundledAt(path: string): string | undefined {
	for (const [name, { option }] of bundledOptions()) {
		if (option.yamlPath?.join(".") === path) return name;
	}
	return undefined;
}
