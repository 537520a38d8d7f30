import type { DeploymentOption } from "../coder/model.ts";
import { isEmptyValue } from "../coder/optionValue.ts";
import { aliasOf } from "../options/aliases.ts";
import { sameValue } from "./equal.ts";
import { pairOptions, type OptionPair } from "./pair.ts";
import { reportsSources } from "./side.ts";

/** The kind of difference in an option, from left to right. */
export type ChangeKind =
	/** Another value. */
	| "changed"
	/** Set only on the right. */
	| "added"
	/** Set only on the left. */
	| "removed"
	/** The server on the right doesn't have this option. */
	| "onlyLeft"
	/** The server on the left doesn't have this option. */
	| "onlyRight"
	/** The same value from another source. */
	| "source";

/** An option that differs between the sides. */
export interface OptionChange {
	readonly kind: ChangeKind;
	readonly left?: DeploymentOption;
	readonly right?: DeploymentOption;
	/** Deprecated names of this option, which share its value and therefore changed with it. */
	readonly aliases: readonly string[];
}

/**
 * Compares two configurations. Secrets are compared by whether they are set, if both sides report it; sources only if
 * both sides report them. A deprecated name that changed with its replacement isn't a separate change.
 */
export function compareOptions(
	left: readonly DeploymentOption[],
	right: readonly DeploymentOption[],
): OptionChange[] {
	const sourcesReported = reportsSources(left) && reportsSources(right);
	const changes = pairOptions(left, right).flatMap((pair) => {
		const kind = kindOf(pair, sourcesReported);
		return kind ? [{ kind, ...pair, aliases: [] as string[] }] : [];
	});
	const byId = new Map<string | undefined, (typeof changes)[number]>(
		changes.map((change) => [newest(change).id, change]),
	);
	return changes.filter((change) => {
		const real = byId.get(aliasOf(newest(change)));
		if (!real || !changedAlike(change, real)) return true;
		real.aliases.push(newest(change).name);
		return false;
	});
}

/** Returns the option as the right side describes it, otherwise the left. */
export function newest({ left, right }: OptionPair): DeploymentOption {
	const option = right ?? left;
	if (!option) throw new Error("A pair without options");
	return option;
}

/** Returns true if either side considers the option a secret; then none of its values may be shown. */
export function isSecretPair({ left, right }: OptionPair): boolean {
	return (left?.secret ?? false) || (right?.secret ?? false);
}

function kindOf(pair: OptionPair, sourcesReported: boolean): ChangeKind | undefined {
	const { left, right } = pair;
	if (!left) return "onlyRight";
	if (!right) return "onlyLeft";
	if (isSecretPair(pair)) return sourcesReported ? kindOfSecret(left, right) : undefined;
	if (!sameValue(left.value, right.value, left.duration || right.duration)) {
		if (isEmptyValue(left.value)) return "added";
		return isEmptyValue(right.value) ? "removed" : "changed";
	}
	// An unset value has the source "default" or none, depending on whether it has a default.
	const moved = sourcesReported && setIn(left) !== setIn(right);
	return moved ? "source" : undefined;
}

function kindOfSecret(left: DeploymentOption, right: DeploymentOption): ChangeKind | undefined {
	const [before, after] = [setIn(left), setIn(right)];
	if (before === after) return undefined;
	if (before === undefined) return "added";
	return after === undefined ? "removed" : "source";
}

/** Returns where the option is set, or `undefined` if it isn't. */
function setIn({ valueSource }: DeploymentOption): string | undefined {
	return valueSource === "default" ? undefined : valueSource;
}

/** Whether two options changed in the same way. Only an option on both sides can be an alias on both. */
function changedAlike(a: OptionPair & { kind: ChangeKind }, b: typeof a): boolean {
	if (!a.left || !a.right || !b.left || !b.right || a.kind !== b.kind) return false;
	if (isSecretPair(a) !== isSecretPair(b)) return false;
	const duration = a.right.duration || b.right.duration;
	return (
		sameValue(a.left.value, b.left.value, duration) &&
		sameValue(a.right.value, b.right.value, duration)
	);
}
