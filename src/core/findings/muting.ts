import { trimEndOf } from "../base/trimEnd.ts";
import type { SavedDeployment } from "../deployments/deployment.ts";
import type { Finding, Findings } from "./finding.ts";

/**
 * The value of the setting `coderDeployment.mutedFindings`: muted rules by deployment, which is identified by its key,
 * URL, or name; `*` means every deployment.
 */
export type MutedFindings = Readonly<Record<string, readonly string[]>>;

/** The name under which rules are muted everywhere. */
export const everywhere = "*";

/** Parses the setting, which may contain anything; ignores what is invalid. */
export function readMuted(setting: unknown): MutedFindings {
	if (typeof setting !== "object" || setting === null || Array.isArray(setting)) return {};
	return Object.fromEntries(
		Object.entries(setting).map(([place, rules]) => [
			place,
			Array.isArray(rules) ? rules.filter((rule) => typeof rule === "string") : [],
		]),
	);
}

/** Separates muted findings. */
export function applyMuted(
	findings: readonly Finding[],
	muted: MutedFindings,
	saved: SavedDeployment,
): Findings {
	const rules = new Set(
		Object.entries(muted).flatMap(([place, names]) => (means(place, saved) ? names : [])),
	);
	return {
		shown: findings.filter(({ rule }) => !rules.has(rule)),
		muted: findings.filter(({ rule }) => rules.has(rule)),
	};
}

/** Returns the setting with another rule muted at a place: {@link everywhere}, or a deployment's URL. */
export function mute(muted: MutedFindings, place: string, rule: string): MutedFindings {
	return { ...muted, [place]: [...new Set([...(muted[place] ?? []), rule])] };
}

/** Returns the setting without a rule at a place; removes a place without muted rules. */
export function unmute(muted: MutedFindings, place: string, rule: string): MutedFindings {
	const left = (muted[place] ?? []).filter((name) => name !== rule);
	const { [place]: _gone, ...others } = muted;
	return left.length === 0 ? others : { ...muted, [place]: left };
}

/**
 * Returns the setting without a rule wherever it is muted for a deployment.
 *
 * @returns also whether it was muted everywhere, so that other deployments show its findings again too
 */
export function unmuteFor(
	muted: MutedFindings,
	saved: SavedDeployment,
	rule: string,
): { readonly muted: MutedFindings; readonly everywhere: boolean } {
	const places = Object.keys(muted).filter(
		(place) => means(place, saved) && muted[place]?.includes(rule),
	);
	return {
		muted: places.reduce((left, place) => unmute(left, place, rule), muted),
		everywhere: places.includes(everywhere),
	};
}

function means(place: string, { key, url, name }: SavedDeployment): boolean {
	return place === everywhere || place === key || place === name || withoutSlash(place) === url;
}

function withoutSlash(text: string): string {
	return trimEndOf(text, "/");
}
