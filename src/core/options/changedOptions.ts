import type { DeploymentOption } from "../coder/model.ts";
import { settingText } from "../coder/optionValue.ts";
import { aliasOf } from "./aliases.ts";
import { isChanged } from "./optionFacts.ts";

/** Changed options, each setting once. */
export interface ChangedOptions {
	/** By ID. Every surface uses this count. */
	readonly ids: ReadonlySet<string>;
	/** Deprecated names of options among `ids`: the ID that is used instead, by ID. */
	readonly aliases: ReadonlyMap<string, string>;
}

/**
 * Returns what differs from an unconfigured server. Since v2.18, a deprecated and a current name report the same value
 * and source, whichever was set; they are one change, under the current name.
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

/**
 * Whether a deprecated and a current name are a single change. Before v2.18, each name reported its own source and
 * value.
 */
function isOneChange(option: DeploymentOption, current: DeploymentOption): boolean {
	return (
		option.valueSource === current.valueSource &&
		settingText(option, option.value) === settingText(current, current.value)
	);
}
