import type { Finding } from "../findings/finding.ts";
import { envLine } from "../options/envLine.ts";
import type { DeploymentOption, OptionReference, ValueSource } from "../coder/model.ts";
import { marksOf, type OptionMark } from "../options/optionMarks.ts";
import type { ChangedOptions } from "../options/changedOptions.ts";
import { showSecret, showValue, type ShownValue } from "../options/optionText.ts";
import { defaultValue, isEmptyValue, settingText } from "../coder/optionValue.ts";
import { historyNotes } from "../releases/historyNotes.ts";
import { stopsServer } from "../options/numberedFamilies.ts";

/**
 * A distinguishing feature of an option: one of its marks, or a finding about it. Also the names of the page's filters.
 */
export type RowMark = "finding" | OptionMark;

/** The parts of a finding that its option's row shows. */
export type RowFinding = Pick<Finding, "severity" | "title" | "meaning" | "advice" | "link">;

/** Another option that a row refers to. */
export type RowReference = Pick<OptionReference, "id" | "name">;

/** An option, ready to be shown. Plain data: only texts, no bigints, no secrets. */
export interface ConfigRow {
	readonly id: string;
	readonly name: string;
	readonly description: string;
	readonly value: ShownValue;
	/** Missing for secrets, and if the server doesn't report it. */
	readonly default?: ShownValue;
	/** The values that an enum accepts. */
	readonly choices?: readonly string[];
	readonly source?: ValueSource;
	/**
	 * Whether it is set, or its value differs from the default. If two names share a value, only for the current one.
	 */
	readonly changed: boolean;
	/** The deprecated name of an option that is listed as changed instead of it. */
	readonly changedAs?: string;
	/**
	 * Whether it is deprecated, and either it or its replacement is set: the server reports the same source for both.
	 */
	readonly sharesSource: boolean;
	readonly marks: readonly RowMark[];
	/** Findings about the option; missing if there are none. */
	readonly findings?: readonly RowFinding[];
	/** Including the leading dashes. */
	readonly flag?: string;
	/** Including the leading dash. */
	readonly shorthand?: string;
	readonly env?: string;
	/** The full path, such as `networking.tls.enable`. */
	readonly yamlPath?: string;
	/**
	 * When it was added and deprecated, and its former defaults, in sentences; missing if there is nothing to report.
	 */
	readonly past?: string;
	/** The options to use instead. */
	readonly successors: readonly RowReference[];
	/** Its deprecated names. */
	readonly predecessors: readonly RowReference[];
	/** The value as flags and variables accept it; missing for secrets and unset values. */
	readonly copyValue?: string;
	/** `CODER_…=value` for a shell; with a placeholder for secrets. */
	readonly copyEnv?: string;
}

/** The data for an option's row, in addition to the option. */
export interface RowContext {
	/** Whether the server reports value sources. Older servers don't. */
	readonly sourcesReported: boolean;
	readonly sharesSource: boolean;
	readonly changes: ChangedOptions;
	readonly predecessors: readonly RowReference[];
	readonly findings: readonly RowFinding[];
}

/** Returns the row for an option. */
export function configRow(option: DeploymentOption, context: RowContext): ConfigRow {
	const { id, name, description, secret, valueSource, useInstead, env, yamlPath } = option;
	const byDefault = secret ? undefined : defaultValue(option);
	const text = settingText(option, option.value);
	const past = historyNotes(id).join(" ");
	const changedAs = context.changes.aliases.get(id);
	return {
		id,
		name,
		description,
		value: secret ? showSecret(option, context.sourcesReported) : showValue(option, option.value),
		...(byDefault !== undefined && { default: showValue(option, byDefault) }),
		...(option.choices && { choices: option.choices }),
		...(valueSource && { source: valueSource }),
		changed: context.changes.ids.has(id),
		...(changedAs !== undefined && { changedAs }),
		sharesSource: context.sharesSource,
		marks: [...(context.findings.length > 0 ? (["finding"] as const) : []), ...marksOf(option)],
		...(context.findings.length > 0 && { findings: context.findings }),
		...(option.flag && { flag: `--${option.flag}` }),
		...(option.flagShorthand && { shorthand: `-${option.flagShorthand}` }),
		...(env && { env }),
		...(env && !stopsServer(env) && { copyEnv: envLine(env, secret ? "<secret>" : text) }),
		...(yamlPath && { yamlPath: yamlPath.join(".") }),
		...(past !== "" && { past }),
		successors: useInstead.map((successor) => ({ id: successor.id, name: successor.name })),
		predecessors: context.predecessors,
		...(!secret && !isEmptyValue(option.value) && { copyValue: text }),
	};
}
