import type { DeploymentOption } from "../coder/model.ts";

/** The same option on both sides, or an option on one side only. */
export interface OptionPair {
	readonly left?: DeploymentOption;
	readonly right?: DeploymentOption;
}

/**
 * Pairs the options of two servers, in the left one's order, followed by those that only the right one has. Options are
 * matched by ID (the variable, otherwise the flag, otherwise the name). If one side has no variable, the flag is used,
 * then the name.
 */
export function pairOptions(
	left: readonly DeploymentOption[],
	right: readonly DeploymentOption[],
): OptionPair[] {
	const rest = byKey(right, ({ id }) => id);
	const pairs: { left: DeploymentOption; right?: DeploymentOption }[] = [];
	for (const option of byKey(left, ({ id }) => id).values()) {
		const same = rest.get(option.id);
		rest.delete(option.id);
		pairs.push(same ? { left: option, right: same } : { left: option });
	}
	for (const key of [({ flag }: DeploymentOption) => flag, ({ name }: DeploymentOption) => name]) {
		const candidates = byKey(rest.values(), key);
		for (const pair of pairs) {
			const candidate = pair.right ? undefined : candidates.get(key(pair.left));
			// Different variables are different options, even if their names are the same.
			if (!candidate || (pair.left.env && candidate.env)) continue;
			pair.right = candidate;
			candidates.delete(key(candidate));
			rest.delete(candidate.id);
		}
	}
	return [...pairs, ...[...rest.values()].map((option) => ({ right: option }))];
}

/** Returns the options by a key, without those that don't have it. The first of several wins. */
function byKey(
	options: Iterable<DeploymentOption>,
	key: (option: DeploymentOption) => string | undefined,
): Map<string | undefined, DeploymentOption> {
	const result = new Map<string | undefined, DeploymentOption>();
	for (const option of options) {
		const value = key(option);
		if (value && !result.has(value)) result.set(value, option);
	}
	return result;
}
