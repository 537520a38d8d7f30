import type { ValueSource } from "../coder/model.ts";
import { isDeprecated } from "../options/optionMarks.ts";
import { showSecret, showValue, type ShownValue } from "../options/optionText.ts";
import { isSetOnEither } from "./setOptions.ts";
import { isSecretPair, newest, type ChangeKind, type OptionChange } from "./compare.ts";

/** What one side says of an option. */
export interface ShownSide {
	readonly value: ShownValue;
	/** Missing where the side tells none. */
	readonly source?: ValueSource;
}

/** A changed option, ready to be drawn. Plain data: texts only, no bigint, no secret. */
export interface ChangeRow {
	readonly id: string;
	readonly name: string;
	/** What the left side calls it, where that is another name. */
	readonly formerName?: string;
	readonly kind: ChangeKind;
	/** Missing where the side has no such option. */
	readonly left?: ShownSide;
	readonly right?: ShownSide;
	/** The names of its groups, from the outermost. */
	readonly group: readonly string[];
	readonly env?: string;
	/** With dashes. */
	readonly flag?: string;
	readonly yamlPath?: string;
	/** Nobody set it on either side: the versions of the servers differ, or their defaults. */
	readonly unset?: true;
	readonly secret: boolean;
	readonly deprecated: boolean;
	/** Deprecated names that share its value. */
	readonly aliases: readonly string[];
	/** Why the versions differ in it, where nobody set it: “Default since v2.25”. */
	readonly explained?: string;
}

/** Draws changes in their order. */
export function changeRows(changes: readonly OptionChange[]): ChangeRow[] {
	return changes.map(changeRow);
}

/** Draws one change. */
export function changeRow(change: OptionChange): ChangeRow {
	const option = newest(change);
	const { id, name, env, flag, yamlPath, groups } = option;
	const { left, right, kind, aliases } = change;
	const secret = isSecretPair(change);
	const show = (side: typeof option): ShownSide => ({
		// Sources are told: otherwise a secret would be no change.
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
