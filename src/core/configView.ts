import { envLine } from "./envLine.ts";
import type { DeploymentConfig, DeploymentOption, OptionReference, ValueSource } from "./model.ts";
import { isChanged, isDangerous, isDeprecated, isSet } from "./optionFacts.ts";
import { groupOptions } from "./optionGroups.ts";
import { defaultValue, isEmptyValue, settingText } from "./optionValue.ts";
import { showSecret, showValue, type ShownValue } from "./optionText.ts";

/** What is special about an option. The words are also the page's filters. */
export type OptionMark = "deprecated" | "dangerous" | "secret" | "enterprise" | "hidden";

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
	/** It was set, or its value is not the default. */
	readonly changed: boolean;
	/**
	 * It is deprecated, and somebody set it or its successor: the server reports one source for both names.
	 */
	readonly sharesSource: boolean;
	readonly marks: readonly OptionMark[];
	/** With dashes. */
	readonly flag?: string;
	/** With its dash. */
	readonly shorthand?: string;
	readonly env?: string;
	/** The whole path, such as `networking.tls.enable`. */
	readonly yamlPath?: string;
	/** What to use instead of this one. */
	readonly successors: readonly RowReference[];
	/** The deprecated names of this one. */
	readonly predecessors: readonly RowReference[];
	/** The value as flags and variables accept it; missing for secrets and unset values. */
	readonly copyValue?: string;
	/** `CODER_…=value` for a shell; for a secret with a placeholder. */
	readonly copyEnv?: string;
}

/** A group's heading and its own rows. */
export interface ConfigGroup {
	/** Unique, stable: the path joined with slashes. */
	readonly id: string;
	readonly path: readonly string[];
	readonly description?: string;
	readonly rows: readonly ConfigRow[];
}

/** A deployment's configuration, ready to be drawn. */
export interface ConfigView {
	readonly groups: readonly ConfigGroup[];
	/** The number of options. */
	readonly total: number;
}

/** Draws a configuration: every option in its group, in the server's order. */
export function configView({ options }: Pick<DeploymentConfig, "options">): ConfigView {
	const sourcesTold = options.some(({ valueSource }) => valueSource !== undefined);
	const predecessors = new Map<string, RowReference[]>();
	for (const { id, name, useInstead } of options) {
		for (const successor of useInstead) {
			predecessors.set(successor.id, [...(predecessors.get(successor.id) ?? []), { id, name }]);
		}
	}
	const groups = groupOptions(options).map(({ path, description, options: own }) => ({
		id: path.join("/"),
		path,
		...(description && { description }),
		rows: own.map((option) => row(option, sourcesTold, predecessors.get(option.id) ?? [])),
	}));
	return { groups, total: options.length };
}

function row(
	option: DeploymentOption,
	sourcesTold: boolean,
	predecessors: readonly RowReference[],
): ConfigRow {
	const { id, name, description, secret, valueSource, useInstead, env, yamlPath } = option;
	const usual = secret ? undefined : defaultValue(option);
	const text = settingText(option, option.value);
	return {
		id,
		name,
		description,
		value: secret ? showSecret(option, sourcesTold) : showValue(option, option.value),
		...(usual !== undefined && { default: showValue(option, usual) }),
		...(option.choices && { choices: option.choices }),
		...(valueSource && { source: valueSource }),
		changed: isChanged(option),
		sharesSource: useInstead.length > 0 && isSet(option),
		marks: marksOf(option),
		...(option.flag && { flag: `--${option.flag}` }),
		...(option.flagShorthand && { shorthand: `-${option.flagShorthand}` }),
		...(env && { env, copyEnv: envLine(env, secret ? "<secret>" : text) }),
		...(yamlPath && { yamlPath: yamlPath.join(".") }),
		successors: useInstead.map((successor) => ({ id: successor.id, name: successor.name })),
		predecessors,
		...(!secret && !isEmptyValue(option.value) && { copyValue: text }),
	};
}

function marksOf(option: DeploymentOption): OptionMark[] {
	const marks: OptionMark[] = [];
	if (isDeprecated(option)) marks.push("deprecated");
	if (isDangerous(option)) marks.push("dangerous");
	if (option.secret) marks.push("secret");
	if (option.enterprise) marks.push("enterprise");
	if (option.hidden) marks.push("hidden");
	return marks;
}
