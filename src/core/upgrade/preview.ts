import type { DeploymentOption, ValueSource } from "../coder/model.ts";
import type { Release } from "../coder/release.ts";
import { aliasOf, needsBothNames } from "../options/aliases.ts";
import { isChanged } from "../options/optionFacts.ts";
import { successorsOf, type OptionState } from "../releases/optionHistory.ts";
import { optionHistories } from "../releases/options.ts";
import { groupsOf, isDeprecatedIn } from "../variables/optionOf.ts";
import { behaviorsBetween, type Behavior } from "./behaviors.ts";
import { differencesBetween } from "./differences.ts";
import type { Edition } from "./edition.ts";
import { experimentChanges, type ExperimentChanges } from "./experiments.ts";
import { isRenamed, refusals, type Refusal } from "./refusals.ts";
import type { UpgradeFacts } from "./upgradeFacts.ts";

/** An option that an upgrade affects. */
export interface UpgradeOption {
	readonly id: string;
	readonly name: string;
	readonly flag: string;
	readonly hidden: boolean;
}

/** A fact about an option before and after the upgrade. An empty text means that there is none. */
export interface FactChange extends UpgradeOption {
	readonly from: string;
	readonly to: string;
}

/** An option that is set. */
export interface SetOption extends UpgradeOption {
	/** Where it is set; missing if the server doesn't report it. */
	readonly source?: ValueSource;
}

/** A deprecated option that is set, with the IDs that replace it. */
export interface DeprecatedOption extends SetOption {
	readonly successors: readonly string[];
}

/** A new option. */
export interface AddedOption extends UpgradeOption {
	/** Missing if the tables don't include it. */
	readonly since?: Release;
	readonly group: string;
}

/** The changes that an upgrade makes to a deployment. Contains only facts, none of the deployment's values. */
export interface UpgradePreview {
	readonly from: Edition;
	readonly to: Edition;
	readonly before: {
		readonly refused: readonly Refusal[];
		/** Options that are set and that the new version doesn't have. */
		readonly removed: readonly SetOption[];
		/** Options that are set and that the new version deprecates. */
		readonly deprecated: readonly DeprecatedOption[];
		/** Changed YAML paths of options that are set in YAML. */
		readonly yamlPaths: readonly FactChange[];
		/** Changed types of options that are set, in Coder's terms. */
		readonly types: readonly FactChange[];
		/** Options that are ignored unless their current name is also set. */
		readonly bothNames: readonly DeprecatedOption[];
	};
	readonly experiments: ExperimentChanges;
	readonly unrequested: {
		/** Changed defaults of options that aren't set. */
		readonly defaults: readonly FactChange[];
		/** New options that are on by default. */
		readonly onByDefault: readonly UpgradeOption[];
		readonly behaviors: readonly Behavior[];
	};
	readonly added: readonly AddedOption[];
	readonly secret: readonly UpgradeOption[];
	readonly enterprise: readonly UpgradeOption[];
	/** Deprecated names in use, with their replacements. */
	readonly replace: readonly DeprecatedOption[];
}

/**
 * Determines what an upgrade changes, from the options of both versions.
 *
 * @param to a later version than `from`
 */
export function previewUpgrade(from: Edition, to: Edition, facts: UpgradeFacts): UpgradePreview {
	const set = new Map(facts.options.filter(isChanged).map((option) => [option.id, option]));
	const all = differencesBetween(from.states, to.states);
	const both = all.flatMap((one) =>
		one.from && one.to ? [{ ...one, from: one.from, to: one.to }] : [],
	);
	const factOf = (fact: "default" | "yaml" | "type", wanted: (id: string) => boolean) =>
		both
			.filter(({ id, changed }) => changed.includes(fact) && wanted(id))
			.map((one) => ({ ...describe(one.id, one.to), from: one.from[fact], to: one.to[fact] }));
	const newly = (fact: "secret" | "enterprise") =>
		both
			.filter((one) => one.from[fact] === "" && one.to[fact] !== "")
			.map(({ id, to: state }) => describe(id, state));
	const added = all.flatMap(({ id, from: before, to: state }) =>
		!before && state && !isDeprecatedIn(id, state) ? [{ id, state }] : [],
	);
	const deprecated = deprecatedIn(to, set);
	// Both names have one value: if the deprecated one is set, the new one isn't left to its default.
	const setBySuccessor = new Set(deprecated.flatMap(({ successors }) => successors));
	return {
		from,
		to,
		before: {
			refused: refusals(from, to, facts.options),
			removed: all.flatMap(({ id, from: state, to: later }) => {
				const option = set.get(id);
				return state && !later && option && !isRenamed(state, to)
					? [{ ...describe(id, state), ...sourceOf(option) }]
					: [];
			}),
			deprecated: deprecated.filter(({ id }) => !wasDeprecated(id, from)),
			yamlPaths: factOf("yaml", (id) => set.get(id)?.valueSource === "yaml"),
			types: factOf("type", (id) => set.has(id)),
			bothNames: deprecated.filter(
				(one) =>
					needsBothNames(one) && one.successors.some((successor) => !from.states.has(successor)),
			),
		},
		experiments: experimentChanges(from, to, facts.experiments, facts.options),
		unrequested: {
			defaults: factOf("default", (id) => !set.has(id)).filter(
				// For switches, `false` is the same as no default.
				(one) => switchDefault(one.from) !== switchDefault(one.to),
			),
			onByDefault: added
				.filter(({ id, state }) => state.default === "true" && !setBySuccessor.has(id))
				.map(({ id, state }) => describe(id, state)),
			behaviors: behaviorsBetween(from, to, facts, (id) => set.has(id)),
		},
		added: added.map(({ id, state }) => ({
			...describe(id, state),
			...sinceOf(id),
			group: groupsOf(state).join(" › "),
		})),
		secret: newly("secret"),
		enterprise: newly("enterprise"),
		replace: deprecated.filter(({ successors }) => successors.length > 0),
	};
}

/** Returns options that are set under a name that a version deprecates. */
function deprecatedIn(
	{ states }: Edition,
	set: ReadonlyMap<string, DeploymentOption>,
): DeprecatedOption[] {
	return [...set.values()].flatMap((option) => {
		const state = states.get(option.id);
		if (!state || !isDeprecatedIn(option.id, state)) return [];
		// Both names report the same value and source, so it is unknown which one was set.
		if (set.has(aliasOf(option) ?? "")) return [];
		return [
			{ ...describe(option.id, state), successors: successorsOf(state), ...sourceOf(option) },
		];
	});
}

function wasDeprecated(id: string, { states }: Edition): boolean {
	const state = states.get(id);
	return state !== undefined && isDeprecatedIn(id, state);
}

const switchDefault = (text: string): string => (text === "false" ? "" : text);

function describe(id: string, { name, flag, hidden }: OptionState): UpgradeOption {
	return { id, name, flag, hidden: hidden !== "" };
}

function sinceOf(id: string): { since?: Release } {
	const since = optionHistories().get(id)?.since;
	return since === undefined ? {} : { since };
}

function sourceOf({ valueSource }: DeploymentOption): { source?: ValueSource } {
	return valueSource === undefined || valueSource === "default" ? {} : { source: valueSource };
}
