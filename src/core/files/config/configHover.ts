import { escapeMarkdown } from "../../base/markdown.ts";
import type { DeploymentOption, OptionGroup } from "../../coder/model.ts";
import { isDeprecated } from "../../options/optionMarks.ts";
import { optionType } from "../../options/optionType.ts";
import { variableHover, type ReportingDeployment } from "../../variables/hover.ts";
import { optionsByPath, type ConfigReference } from "./configReference.ts";
import { keyAt, type ConfigKey, type ConfigText } from "./configText.ts";
import { successorOf } from "./successor.ts";

/** A hover in a configuration file, and the key that it describes. */
export interface ConfigHover {
	readonly key: ConfigKey;
	/** Paragraphs of Markdown. */
	readonly paragraphs: readonly string[];
}

/**
 * Describes the option or group whose key or value is at an offset.
 *
 * @param deployment the deployment that reported the options, if one did
 */
export function configHover(
	config: ConfigText,
	offset: number,
	reference: ConfigReference,
	deployment: ReportingDeployment | undefined,
): ConfigHover | undefined {
	const key = keyAt(config, offset);
	if (!key) return undefined;
	const options = optionsByPath(reference);
	const option = options.get(key.path);
	const paragraphs = option
		? optionParagraphs(key.path, option, reference, deployment)
		: groupParagraphs(groupAt(key.path, options));
	return paragraphs && { key, paragraphs };
}

/** Describes the option at a path, in Markdown paragraphs. */
export function optionParagraphs(
	path: string,
	option: DeploymentOption,
	reference: ConfigReference,
	deployment: ReportingDeployment | undefined,
): readonly string[] {
	const successor = successorOf(option, optionsByPath(reference));
	return variableHover(
		{
			name: path,
			option,
			type: optionType(option),
			reported: reference.reported,
			deprecated: isDeprecated(option),
			useInstead: successor ? [successor.path] : [],
			releases: {},
		},
		deployment,
	);
}

function groupAt(
	path: string,
	options: ReadonlyMap<string, DeploymentOption>,
): OptionGroup | undefined {
	const depth = path.split(".").length;
	for (const [other, { groups }] of options) {
		if (other.startsWith(`${path}.`)) return groups[depth - 1];
	}
	return undefined;
}

function groupParagraphs(group: OptionGroup | undefined): readonly string[] | undefined {
	if (!group) return undefined;
	const { name, description = "" } = group;
	const title = `**${escapeMarkdown(name)}**`;
	return description === "" ? [title] : [title, escapeMarkdown(description)];
}
