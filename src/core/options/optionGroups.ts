import { t } from "../base/l10n.ts";
import type { DeploymentOption, OptionGroup } from "../coder/model.ts";

/** A group and the options that are its own, not its sub-groups'. */
export interface GroupedOptions {
	/** The names from the outermost group to this one: names alone are not unique. */
	readonly path: readonly string[];
	readonly description?: string;
	readonly options: readonly DeploymentOption[];
}

interface Branch {
	group?: OptionGroup;
	readonly options: DeploymentOption[];
	readonly children: Map<string, Branch>;
}

const branch = (group?: OptionGroup): Branch => ({
	...(group && { group }),
	options: [],
	children: new Map(),
});

/**
 * Sorts options into their groups: a group comes where its first option does, sub-groups follow their parent's own
 * options, options without a group come last. Parents without own options are in the list, too.
 */
export function groupOptions(options: readonly DeploymentOption[]): GroupedOptions[] {
	const root = branch();
	for (const option of options) {
		let place = root;
		for (const group of option.groups) {
			const child = place.children.get(group.name) ?? branch(group);
			place.children.set(group.name, child);
			place = child;
		}
		place.options.push(option);
	}
	const groups = [...root.children.values()].flatMap((child) => flatten(child, []));
	return root.options.length === 0
		? groups
		: [...groups, { path: [t("Other")], options: root.options }];
}

function flatten({ group, options, children }: Branch, above: readonly string[]): GroupedOptions[] {
	const path = [...above, group?.name ?? ""];
	const own = { path, options, ...(group?.description && { description: group.description }) };
	return [own, ...[...children.values()].flatMap((child) => flatten(child, path))];
}
