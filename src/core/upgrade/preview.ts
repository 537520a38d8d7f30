import { experimentsIn } from "../coder/experimentTable.ts";
import type { DeploymentOption, ValueSource } from "../coder/model.ts";
import { aliasOf } from "../options/aliases.ts";
import { isChanged } from "../options/optionFacts.ts";
import { groupsOf, isDeprecatedIn } from "../variables/optionOf.ts";
import { stateIn, successorsOf, type OptionState } from "../releases/optionHistory.ts";
import { optionHistories } from "../releases/options.ts";
import type { Release } from "../coder/release.ts";
import { differencesBetween } from "./differences.ts";
import { refusals, type Refusal } from "./refusals.ts";

/** An option that an upgrade is about. */
export interface UpgradeOption {
	readonly id: string;
	readonly name: string;
	readonly flag: string;
	readonly hidden: boolean;
}

/** An option's fact before and after; an empty text is none. */
export interface FactChange extends UpgradeOption {
	readonly from: string;
	readonly to: string;
}

/** An option that somebody set. */
interface SetOption extends UpgradeOption {
	/** Where it is set; missing where the server doesn't tell. */
	readonly source?: ValueSource;
}

/** What an upgrade changes for one deployment. Facts only, no value of the deployment. */
export interface UpgradePreview {
	readonly from: Release;
	readonly to: Release;
	readonly before: {
		readonly refused: readonly Refusal[];
		/** Options that are set and gone. */
		readonly removed: readonly SetOption[];
		/** Options that are set, and deprecated by then. */
		readonly deprecated: readonly (SetOption & { readonly successors: readonly string[] })[];
		/** YAML paths of options that are set in YAML. */
		readonly yamlPaths: readonly FactChange[];
		/** Types of options that are set, in Coder's words. */
		readonly types: readonly FactChange[];
		/** Enabled experiments that the release doesn't have. */
		readonly experiments: readonly string[];
	};
	readonly unasked: {
		/** Defaults of options that nobody set. */
		readonly defaults: readonly FactChange[];
		/** Options that come and are on. */
		readonly onByDefault: readonly UpgradeOption[];
	};
	readonly added: readonly (UpgradeOption & { readonly since: Release; readonly group: string })[];
	readonly secret: readonly UpgradeOption[];
	readonly enterprise: readonly UpgradeOption[];
	/** Deprecated names in use, with those that replace them. */
	readonly replace: readonly (UpgradeOption & { readonly successors: readonly string[] })[];
}

/** What a deployment tells of itself. */
export interface UpgradeFacts {
	readonly options: readonly DeploymentOption[];
	/** The names of the enabled experiments. */
	readonly experiments: readonly string[];
}

/**
 * Tells what an upgrade changes, by the tables of releases.
 *
 * @param to a later release than `from`
 */
export function previewUpgrade(from: Release, to: Release, told: UpgradeFacts): UpgradePreview {
	const byId = new Map(told.options.map((option) => [option.id, option]));
	const setBy = (id: string): DeploymentOption | undefined => {
		const option = byId.get(id);
		return option && isChanged(option) ? option : undefined;
	};
	const all = differencesBetween(from, to);
	const both = all.flatMap((one) =>
		one.from && one.to ? [{ ...one, from: one.from, to: one.to }] : [],
	);
	const factOf = (fact: "default" | "yaml" | "type", wanted: (id: string) => boolean) =>
		both
			.filter(({ option, changed }) => changed.includes(fact) && wanted(option.id))
			.map((one) => ({
				...describe(one.option.id, one.to),
				from: one.from[fact],
				to: one.to[fact],
			}));
	const newly = (fact: "secret" | "enterprise") =>
		both
			.filter((one) => one.from[fact] === "" && one.to[fact] !== "")
			.map(({ option, to: state }) => describe(option.id, state));
	const added = all.flatMap((one) =>
		!one.from && one.to && !isDeprecatedIn(one.option.id, one.to)
			? [{ state: one.to, option: one.option }]
			: [],
	);
	const deprecated = told.options.flatMap((option) => {
		const state = stateAt(option.id, to);
		if (!isChanged(option) || !state || !isDeprecatedIn(option.id, state)) return [];
		// Both names share their value and source: by which of them it was set is not known.
		if (setBy(aliasOf(option) ?? "")) return [];
		const before = stateAt(option.id, from);
		const isNew = !before || !isDeprecatedIn(option.id, before);
		return [
			{
				...describe(option.id, state),
				successors: successorsOf(state),
				isNew,
				...sourceOf(option),
			},
		];
	});
	const kept = experimentsIn(to);
	return {
		from,
		to,
		before: {
			refused: refusals(from, to, told.options),
			removed: all.flatMap(({ option, from: state, to: later }) => {
				const set = setBy(option.id);
				return state && !later && set ? [{ ...describe(option.id, state), ...sourceOf(set) }] : [];
			}),
			deprecated: deprecated.filter(({ isNew }) => isNew).map(({ isNew: _, ...one }) => one),
			yamlPaths: factOf("yaml", (id) => setBy(id)?.valueSource === "yaml"),
			types: factOf("type", (id) => setBy(id) !== undefined),
			experiments: told.experiments.filter(
				(name) => experimentsIn(from).has(name) && !kept.has(name),
			),
		},
		unasked: {
			defaults: factOf("default", (id) => setBy(id) === undefined).filter(
				// `false` and no default are the same to a switch.
				(one) => switchDefault(one.from) !== switchDefault(one.to),
			),
			onByDefault: added
				.filter(({ state }) => state.default === "true")
				.map(({ option, state }) => describe(option.id, state)),
		},
		added: added.map(({ option, state }) => ({
			...describe(option.id, state),
			since: option.since,
			group: groupsOf(state).join(" › "),
		})),
		secret: newly("secret"),
		enterprise: newly("enterprise"),
		replace: deprecated
			.filter(({ successors }) => successors.length > 0)
			.map(({ isNew: _, source: _source, ...one }) => one),
	};
}

const switchDefault = (text: string): string => (text === "false" ? "" : text);

function describe(id: string, { name, flag, hidden }: OptionState): UpgradeOption {
	return { id, name, flag, hidden: hidden !== "" };
}

function stateAt(id: string, release: Release): OptionState | undefined {
	const option = optionHistories().get(id);
	return option && stateIn(option, release);
}

function sourceOf({ valueSource }: DeploymentOption): { source?: ValueSource } {
	return valueSource === undefined || valueSource === "default" ? {} : { source: valueSource };
}
