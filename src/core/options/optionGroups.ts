import { t } from "../base/l10n.ts";
import type { DeploymentOption, OptionGroup } from "../coder/model.ts";
import { groupRank, isDeprecatedGroup } from "./groupOrder.ts";

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
 * Sorts options into their groups: groups in the order of `groupRank`, alike ones where their first option is,
 * sub-groups after their parent's own options. Options without a group follow the groups, and deprecated groups come
 * last. Parents without own options are in the list, too.
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
	const groups = inOrder(root).map((child) => flatten(child, []));
	if (root.options.length > 0) {
		const deprecated = groups.findIndex(([first]) => isDeprecatedGroup(first?.path[0] ?? ""));
		const other = { path: [t("Other")], options: root.options };
		groups.splice(deprecated === -1 ? groups.length : deprecated, 0, [other]);
	}
	return groups.flat();
}

function inOrder({ children }: Pick<Branch, "children">): Branch[] {
	const rank = ({ group }: Branch): number => groupRank(group?.name ?? "");
	return [...children.values()].sort((a, b) => rank(a) - rank(b));
}

function flatten({ group, options, children }: Branch, above: readonly string[]): GroupedOptions[] {
	const path = [...above, group?.name ?? ""];
	const own = { path, options, ...(group?.description && { description: group.description }) };
	return [own, ...inOrder({ children }).flatMap((child) => flatten(child, path))];
}
