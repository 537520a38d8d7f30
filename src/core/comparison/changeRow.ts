import type { ValueSource } from "../coder/model.ts";
import { isDeprecated } from "../options/optionMarks.ts";
import { showSecret, showValue, type ShownValue } from "../options/optionText.ts";
import { isSetOnEither } from "./setOptions.ts";
import { isSecretPair, newest, type ChangeKind, type OptionChange } from "./compare.ts";

/** One side's value of an option. */
export interface ShownSide {
	readonly value: ShownValue;
	/** Missing if the side doesn't report it. */
	readonly source?: ValueSource;
}

/** A changed option, ready to be shown. Plain data: only texts, no bigints, no secrets. */
export interface ChangeRow {
	readonly id: string;
	readonly name: string;
	/** The name on the left side, if it differs. */
	readonly formerName?: string;
	readonly kind: ChangeKind;
	/** Missing if the side doesn't have the option. */
	readonly left?: ShownSide;
	readonly right?: ShownSide;
	/** Group names, outermost first. */
	readonly group: readonly string[];
	readonly env?: string;
	/** Including the leading dashes. */
	readonly flag?: string;
	readonly yamlPath?: string;
	/** Whether one side is a file, or files compared as one, that doesn't set the option. */
	readonly notInFiles?: true;
	/** Whether the option isn't set on either side, so that the servers' versions or their defaults differ. */
	readonly unset?: true;
	readonly secret: boolean;
	readonly deprecated: boolean;
	/** Deprecated names with the same value. */
	readonly aliases: readonly string[];
	/** Why the versions differ in an option that isn't set: “Default since v2.25”. */
	readonly explained?: string;
}

/** Returns rows for changes, in their order. */
export function changeRows(changes: readonly OptionChange[]): ChangeRow[] {
	return changes.map(changeRow);
}

/** Returns the row for a change. */
export function changeRow(change: OptionChange): ChangeRow {
	const option = newest(change);
	const { id, name, env, flag, yamlPath, groups } = option;
	const { left, right, kind, aliases } = change;
	const secret = isSecretPair(change);
	const show = (side: typeof option): ShownSide => ({
		// If the sources weren't reported, a secret couldn't be a change.
		value: secret ? showSecret(side, true) : showValue(side, side.value),
		...(side.valueSource && { source: side.valueSource }),
	});
	return {
		id,
		name,
		...(left && left.name !== name && { formerName: left.name }),
		kind,
		...(left && { left: show(left) }),
		...(right && { right: show(right) }),
		group: groups.map((group) => group.name),
		...(env && { env }),
		...(flag && { flag: `--${flag}` }),
		...(yamlPath && { yamlPath: yamlPath.join(".") }),
		...(!isSetOnEither(change) && { unset: true as const }),
		secret,
		deprecated: isDeprecated(option),
		aliases,
	};
}
