import type { Severity } from "./severity.ts";

/** Something about a deployment's configuration that deserves a look. Plain texts, no secret. */
export interface Finding {
	/** The rule that found it: stable across versions, so that it can be muted. */
	readonly rule: string;
	readonly severity: Severity;
	/** What is the case, in a few words without a full stop. */
	readonly title: string;
	/** What it means for the deployment. */
	readonly meaning: string;
	/** The value in question as people read it; of a secret, whether it is set. */
	readonly value: string;
	/** What to do about it. */
	readonly advice: string;
	/** The ids of the options concerned, the one to look at first. Empty where no option is. */
	readonly options: readonly string[];
	/** A page of Coder's documentation. */
	readonly link?: string;
}

/** What people call a rule: the title of what it found; its name where it found nothing. */
export function titleOfRule({ shown, muted }: Findings, rule: string): string {
	return [...shown, ...muted].find((finding) => finding.rule === rule)?.title ?? rule;
}

/** Findings, with those apart that the user does not want to see. */
export interface Findings {
	readonly shown: readonly Finding[];
	readonly muted: readonly Finding[];
}
