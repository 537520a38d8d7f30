import type { DeploymentOption } from "../coder/model.ts";

/** The same option on both sides, or an option that only one side has. */
export interface OptionPair {
	readonly left?: DeploymentOption;
	readonly right?: DeploymentOption;
}

/**
 * Finds the same options of two servers, in the left one's order, with what only the right one has at the end. An
 * option is the same by its id (the variable, else the flag, else the name), whatever it is called. Where one side
 * tells no variable, the flag decides, then the name.
 */
export function pairOptions(
	left: readonly DeploymentOption[],
	right: readonly DeploymentOption[],
): OptionPair[] {
	const rest = byKey(right, ({ id }) => id);
	const pairs: { left: DeploymentOption; right?: DeploymentOption }[] = [];
	for (const option of byKey(left, ({ id }) => id).values()) {
		const same = rest.get(option.id);
		if (same) rest.delete(option.id);
		pairs.push(same ? { left: option, right: same } : { left: option });
	}
	for (const key of [({ flag }: DeploymentOption) => flag, ({ name }: DeploymentOption) => name]) {
		const candidates = byKey(rest.values(), key);
		for (const pair of pairs) {
			const candidate = pair.right ? undefined : candidates.get(key(pair.left) ?? "");
			// Two variables are two options, even if their names are alike.
			if (!candidate || (pair.left.env && candidate.env)) continue;
			pair.right = candidate;
			candidates.delete(key(candidate) ?? "");
			rest.delete(candidate.id);
		}
	}
	return [...pairs, ...[...rest.values()].map((option) => ({ right: option }))];
}

/** The options by a key, the first of several with the same; without those that have none. */
function byKey(
	options: Iterable<DeploymentOption>,
	key: (option: DeploymentOption) => string | undefined,
): Map<string, DeploymentOption> {
	const result = new Map<string, DeploymentOption>();
	for (const option of options) {
		const value = key(option);
		if (value && !result.has(value)) result.set(value, option);
	}
	return result;
}
