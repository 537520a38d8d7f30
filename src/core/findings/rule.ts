import type { DeploymentOption } from "../coder/model.ts";
import type { Release } from "../coder/release.ts";
import type { Facts } from "./facts.ts";
import type { Finding } from "./finding.ts";

/** The result of a rule. */
export interface Verdict extends Pick<Finding, "severity" | "title" | "meaning" | "advice"> {
	/** Other relevant options. */
	readonly also?: readonly (DeploymentOption | undefined)[];
	/** Replaces the options' values. */
	readonly value?: string;
	/** A page with more information than the option's reference. */
	readonly link?: string;
	/** The release whose upgrade preview has more information. */
	readonly upgradeTo?: Release;
}

/** A verdict about an option, or without one if no option is relevant. */
export interface Ruling extends Verdict {
	readonly option?: DeploymentOption | undefined;
}

/** A check for one kind of problem. Returns nothing if the server's version lacks what it checks. */
export interface Rule {
	/** Stable, because settings refer to it. */
	readonly id: string;
	readonly find: (facts: Facts) => readonly Ruling[];
}

type Verdicts = (option: DeploymentOption, facts: Facts) => Verdict | false | undefined;

/**
 * Creates a rule about one option.
 *
 * @param ids the option's ID, or several of which the first existing one is used, because names differ between versions
 */
export function optionRule(id: string, ids: string | readonly string[], check: Verdicts): Rule {
	const candidates = typeof ids === "string" ? [ids] : ids;
	return {
		id,
		find: (facts) => {
			const option = facts.option(...candidates);
			const verdict = option && check(option, facts);
			return option && verdict ? [{ ...verdict, option }] : [];
		},
	};
}

/** Returns a check for an option that is on. */
export function whenOn(verdict: (facts: Facts, option: DeploymentOption) => Verdict): Verdicts {
	return (option, facts) => option.value === true && verdict(facts, option);
}

/** Makes a verdict harmless if its subject has no effect, and says why. */
export function mootIf(moot: boolean, why: string, verdict: Verdict): Verdict {
	if (!moot) return verdict;
	return { ...verdict, severity: "info", meaning: `${verdict.meaning} ${why}` };
}
