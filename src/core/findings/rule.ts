import type { DeploymentOption } from "../coder/model.ts";
import type { Facts } from "./facts.ts";
import type { Finding } from "./finding.ts";

/** What a rule says when it fires. */
export interface Verdict extends Pick<Finding, "severity" | "title" | "meaning" | "advice"> {
	/** Options that the finding is about as well. */
	readonly also?: readonly (DeploymentOption | undefined)[];
	/** Stands for the options' values. */
	readonly value?: string;
	/** A page that says more than the reference of the option. */
	readonly link?: string;
}

/** A verdict about an option; about none for what no option tells. */
export interface Ruling extends Verdict {
	readonly option?: DeploymentOption | undefined;
}

/** One thing to look for. It says nothing where the server's version does not have what it looks at. */
export interface Rule {
	/** Stable: settings name it to mute it. */
	readonly id: string;
	readonly find: (facts: Facts) => readonly Ruling[];
}

type Verdicts = (option: DeploymentOption, facts: Facts) => Verdict | false | undefined;

/**
 * A rule about one option.
 *
 * @param ids the option's id; of several, the first that exists: names differ between versions
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

/** A check that fires when the switch is on. */
export function whenOn(verdict: (facts: Facts, option: DeploymentOption) => Verdict): Verdicts {
	return (option, facts) => option.value === true && verdict(facts, option);
}

/** Makes a verdict harmless where what it is about has no effect, and says why. */
export function mootIf(moot: boolean, why: string, verdict: Verdict): Verdict {
	if (!moot) return verdict;
	return { ...verdict, severity: "info", meaning: `${verdict.meaning} ${why}` };
}
