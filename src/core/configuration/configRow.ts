import type { Finding } from "../findings/finding.ts";
import { envLine } from "../options/envLine.ts";
import type { DeploymentOption, OptionReference, ValueSource } from "../coder/model.ts";
import { marksOf, type OptionMark } from "../options/optionMarks.ts";
import type { ChangedOptions } from "../options/changedOptions.ts";
import { showSecret, showValue, type ShownValue } from "../options/optionText.ts";
import { defaultValue, isEmptyValue, settingText } from "../coder/optionValue.ts";
import { historyNotes } from "../releases/historyNotes.ts";
import { stopsServer } from "../options/numberedFamilies.ts";

/** What is special about an option, by itself or by what the rules found. The words are also the page's filters. */
export type RowMark = "finding" | OptionMark;

/** What a row says of a finding about its option. */
export type RowFinding = Pick<Finding, "severity" | "title" | "meaning" | "advice" | "link">;

/** Another option that a row points to. */
export type RowReference = Pick<OptionReference, "id" | "name">;

/** One option, ready to be drawn. Plain data: texts only, no bigint, no secret. */
export interface ConfigRow {
	readonly id: string;
	readonly name: string;
	readonly description: string;
	readonly value: ShownValue;
	/** Missing for secrets and where the server tells none. */
	readonly default?: ShownValue;
	/** What an enum may be. */
	readonly choices?: readonly string[];
	readonly source?: ValueSource;
	/** It was set, or its value is not the default. Of two names for one value only the current one counts. */
	readonly changed: boolean;
	/** A deprecated name of an option that counts as changed instead of it. */
	readonly changedAs?: string;
	/** It is deprecated, and either it or its successor was set: the server tells one source for both names. */
	readonly sharesSource: boolean;
	readonly marks: readonly RowMark[];
	/** What the rules found about the option; missing where it found nothing. */
	readonly findings?: readonly RowFinding[];
	/** With dashes. */
	readonly flag?: string;
	/** With its dash. */
	readonly shorthand?: string;
	readonly env?: string;
	/** The whole path, such as `networking.tls.enable`. */
	readonly yamlPath?: string;
	/** Since when it exists, since when it's deprecated, and its former defaults, in sentences; missing where there are none. */
	readonly past?: string;
	/** What to use instead of this one. */
	readonly successors: readonly RowReference[];
	/** The deprecated names of this one. */
	readonly predecessors: readonly RowReference[];
	/** The value as flags and variables accept it; missing for secrets and unset values. */
	readonly copyValue?: string;
	/** `CODER_…=value` for a shell; for a secret with a placeholder. */
	readonly copyEnv?: string;
}

/** What an option's row needs to know of the other options. */
export interface RowContext {
	/** False where the server is too old to tell sources. */
	readonly sourcesTold: boolean;
	readonly sharesSource: boolean;
	readonly changes: ChangedOptions;
	readonly predecessors: readonly RowReference[];
	readonly findings: readonly RowFinding[];
}

/** Draws one option. */
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
		value: secret ? showSecret(option, context.sourcesTold) : showValue(option, option.value),
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
