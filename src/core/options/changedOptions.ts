import type { DeploymentOption } from "../coder/model.ts";
import { settingText } from "../coder/optionValue.ts";
import { aliasOf } from "./aliases.ts";
import { isChanged } from "./optionFacts.ts";

/** The options that somebody changed, each setting once. */
export interface ChangedOptions {
	/** By id. This is what every surface counts. */
	readonly ids: ReadonlySet<string>;
	/** Deprecated names of options among `ids`: by id, the id that counts instead. */
	readonly aliases: ReadonlyMap<string, string>;
}

/**
 * What differs from a server that nobody configured. Since v2.18 a deprecated name and its current one tell the same
 * value and source, whichever was set; such twins are one change, under the current name.
 */
export function changedOptions(options: readonly DeploymentOption[]): ChangedOptions {
	const changed = new Map(options.filter(isChanged).map((option) => [option.id, option] as const));
	const aliases = new Map<string, string>();
	for (const option of changed.values()) {
		const current = changed.get(aliasOf(option) ?? "");
		if (current && isOneChange(option, current)) aliases.set(option.id, current.id);
	}
	return { ids: new Set([...changed.keys()].filter((id) => !aliases.has(id))), aliases };
}

/** Before v2.18 each name told a source and a value of its own. */
function isOneChange(option: DeploymentOption, current: DeploymentOption): boolean {
	return (
		option.valueSource === current.valueSource &&
		settingText(option, option.value) === settingText(current, current.value)
	);
}
