import { t } from "../base/l10n.ts";
import type { DeploymentOption, OptionGroup } from "../coder/model.ts";
import { groupRank, isDeprecatedGroup } from "./groupOrder.ts";

/** A group and its own options, without those of sub-groups. */
export interface GroupedOptions {
	/** The names of the groups from the outermost to this one. A single name isn't unique. */
	readonly path: readonly string[];
	readonly description?: string;
	readonly options: readonly DeploymentOption[];
}

interface Level {
	readonly options: DeploymentOption[];
	readonly children: Map<string, Branch>;
}

interface Branch extends Level {
	readonly group: OptionGroup;
}

const level = (): Level => ({ options: [], children: new Map() });

/**
 * Sorts options into groups in the order of `groupRank`; groups of the same rank are ordered by their first option, and
 * sub-groups follow their parent's options. Options without a group come after the groups, and deprecated groups last.
 * Includes parents without options of their own.
 */
export function groupOptions(options: readonly DeploymentOption[]): GroupedOptions[] {
	const root = level();
	for (const option of options) {
		let place: Level = root;
		for (const group of option.groups) {
			const child = place.children.get(group.name) ?? { group, ...level() };
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

function inOrder({ children }: Pick<Level, "children">): Branch[] {
	const rank = ({ group }: Branch): number => groupRank(group.name);
	return [...children.values()].sort((a, b) => rank(a) - rank(b));
}

function flatten({ group, options, children }: Branch, above: readonly string[]): GroupedOptions[] {
	const path = [...above, group.name];
	const own = { path, options, ...(group.description && { description: group.description }) };
	return [own, ...inOrder({ children }).flatMap((child) => flatten(child, path))];
}
