import type { DeploymentOption } from "../coder/model.ts";
import { isEmptyValue } from "../coder/optionValue.ts";
import { aliasOf } from "../options/aliases.ts";
import { sameValue } from "./equal.ts";
import { pairOptions, type OptionPair } from "./pair.ts";
import { tellsSources } from "./side.ts";

/** How an option differs, seen from left to right. */
export type ChangeKind =
	/** Another value. */
	| "changed"
	/** Not set on the left, set on the right. */
	| "added"
	/** Set on the left, not set on the right. */
	| "removed"
	/** The server on the right has no such option. */
	| "onlyLeft"
	/** The server on the left has no such option. */
	| "onlyRight"
	/** The same value, set in another place. */
	| "source";

/** One option that is not the same on both sides. */
export interface OptionChange {
	readonly kind: ChangeKind;
	readonly left?: DeploymentOption;
	readonly right?: DeploymentOption;
	/** Deprecated names of this option, which share its value and so changed with it. */
	readonly aliases: readonly string[];
}

/**
 * Compares two configurations. Secrets are compared by whether they are set, where both sides tell; sources count
 * only where both sides tell them. A deprecated name that changed as its successor did is no change of its own.
 */
export function compareOptions(
	left: readonly DeploymentOption[],
	right: readonly DeploymentOption[],
): OptionChange[] {
	const sourcesTold = tellsSources(left) && tellsSources(right);
	const changes = pairOptions(left, right).flatMap((pair) => {
		const kind = kindOf(pair, sourcesTold);
		return kind ? [{ kind, ...pair, aliases: [] as string[] }] : [];
	});
	const byId = new Map(changes.map((change) => [newest(change).id, change]));
	return changes.filter((change) => {
		const real = byId.get(aliasOf(newest(change)) ?? "");
		if (!real || !changedAlike(change, real)) return true;
		real.aliases.push(newest(change).name);
		return false;
	});
}

/** The option as the right side describes it, or else the left one. */
export function newest({ left, right }: OptionPair): DeploymentOption {
	const option = right ?? left;
	if (!option) throw new Error("A pair without options");
	return option;
}

/** True when the option holds a secret by what either side knows; then no value of it may be shown. */
export function isSecretPair({ left, right }: OptionPair): boolean {
	return (left?.secret ?? false) || (right?.secret ?? false);
}

function kindOf(pair: OptionPair, sourcesTold: boolean): ChangeKind | undefined {
	const { left, right } = pair;
	if (!left) return "onlyRight";
	if (!right) return "onlyLeft";
	if (isSecretPair(pair)) return sourcesTold ? kindOfSecret(left, right) : undefined;
	if (!sameValue(left.value, right.value, left.duration || right.duration)) {
		if (isEmptyValue(left.value)) return "added";
		return isEmptyValue(right.value) ? "removed" : "changed";
	}
	// A value that nobody set has the source "default" or none, by whether it has a default.
	const moved = sourcesTold && setIn(left) !== setIn(right);
	return moved ? "source" : undefined;
}

function kindOfSecret(left: DeploymentOption, right: DeploymentOption): ChangeKind | undefined {
	const [before, after] = [setIn(left), setIn(right)];
	if (before === after) return undefined;
	if (before === undefined) return "added";
	return after === undefined ? "removed" : "source";
}

/** Where somebody set the option; nothing when nobody did. */
function setIn({ valueSource }: DeploymentOption): string | undefined {
	return valueSource === "default" ? undefined : valueSource;
}

/** Only what both sides have can be an alias of both. */
function changedAlike(a: OptionPair & { kind: ChangeKind }, b: typeof a): boolean {
	if (!a.left || !a.right || !b.left || !b.right || a.kind !== b.kind) return false;
	if (isSecretPair(a) !== isSecretPair(b)) return false;
	const duration = a.right.duration || b.right.duration;
	return (
		sameValue(a.left.value, b.left.value, duration) &&
		sameValue(a.right.value, b.right.value, duration)
	);
}
