import type { Release } from "../coder/release.ts";
import type { Severity } from "./severity.ts";

/** A setting in a deployment's configuration that deserves attention. Plain text, no secrets. */
export interface Finding {
	/** The rule's ID: stable across versions, so that it can be muted. */
	readonly rule: string;
	readonly severity: Severity;
	/** The state in a few words, without a full stop. */
	readonly title: string;
	/** The risk for the deployment. */
	readonly meaning: string;
	/** The value in question, as shown to users; for a secret, whether it's set. */
	readonly value: string;
	/** What to do about it. */
	readonly advice: string;
	/** IDs of the relevant options, most important first. Empty if no option is relevant. */
	readonly options: readonly string[];
	/** A page of Coder's documentation. */
	readonly link?: string;
	/** The release whose upgrade preview has more information. */
	readonly upgradeTo?: Release;
}

/** Returns the display name of a rule: its finding's title, or its ID if it found nothing. */
export function titleOfRule({ shown, muted }: Findings, rule: string): string {
	return [...shown, ...muted].find((finding) => finding.rule === rule)?.title ?? rule;
}

/** Findings, with muted ones separate. */
export interface Findings {
	readonly shown: readonly Finding[];
	readonly muted: readonly Finding[];
}
