import { trimEndOf } from "../base/trimEnd.ts";
import type { SavedDeployment } from "../deployments/deployment.ts";
import type { Finding, Findings } from "./finding.ts";

/**
 * What the setting `coderDeployment.mutedFindings` holds: the rules that are muted at a deployment, which is named by
 * its key, its URL or its name; `*` stands for every deployment.
 */
export type MutedFindings = Readonly<Record<string, readonly string[]>>;

/** The name under which rules are muted everywhere. */
export const everywhere = "*";

/** Reads the setting, in which people may have written anything; what is not understood is left out. */
export function readMuted(setting: unknown): MutedFindings {
	if (typeof setting !== "object" || setting === null || Array.isArray(setting)) return {};
	return Object.fromEntries(
		Object.entries(setting).map(([place, rules]) => [
			place,
			Array.isArray(rules) ? rules.filter((rule) => typeof rule === "string") : [],
		]),
	);
}

/** Takes the muted findings out. */
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

/** The setting with one more rule muted at a place: {@link everywhere}, or a deployment's URL. */
export function mute(muted: MutedFindings, place: string, rule: string): MutedFindings {
	return { ...muted, [place]: [...new Set([...(muted[place] ?? []), rule])] };
}

/** The setting without a rule at a place; a place that mutes nothing any more is gone. */
export function unmute(muted: MutedFindings, place: string, rule: string): MutedFindings {
	const left = (muted[place] ?? []).filter((name) => name !== rule);
	const { [place]: _gone, ...others } = muted;
	return left.length === 0 ? others : { ...muted, [place]: left };
}

/**
 * The setting without a rule wherever it is muted for a deployment.
 *
 * @returns also whether it was muted everywhere, so that other deployments show its findings again, too
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
