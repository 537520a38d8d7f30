import { parseGoDuration } from "../base/goDuration.ts";
import {
	parseCsvRecord,
	parseGoBool,
	parseGoInt,
	parseGoUrl,
	parseHostPort,
} from "../base/goText.ts";
import type { JsonValue } from "../base/json.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { behavesAs } from "./serverVersion.ts";

/**
 * Parses a text by an option's type, as the server parses flags, variables, and YAML scalars.
 *
 * @param type the option's type; structures aren't supported
 * @param version the server's version, which determines the supported durations and choices
 * @returns `undefined` for a text that the server rejects
 */
export function readText(
	option: Pick<DeploymentOption, "choices">,
	type: string | undefined,
	text: string,
	version: string | undefined,
): JsonValue | undefined {
	switch (type) {
		case "bool":
			return parseGoBool(text);
		case "int":
			return parseGoInt(text);
		case "duration":
			return parseGoDuration(text, behavesAs(version, "v2.29.0"));
		case "string-array":
			return text === "" ? null : parseCsvRecord(text);
		case "url":
			return parseGoUrl(text);
		case "host:port":
			return parseHostPort(text);
		default:
			return option.choices ? choice(option.choices, text, version) : text;
	}
}

/** Parses a choice. Up to v2.15, choices are case-sensitive. */
function choice(
	choices: readonly string[],
	text: string,
	version: string | undefined,
): string | undefined {
	const folds = behavesAs(version, "v2.16.0");
	const fold = (one: string): string => (folds ? one.toLowerCase() : one);
	return choices.some((one) => fold(one) === fold(text)) ? text : undefined;
}
