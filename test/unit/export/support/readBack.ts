import assert from "node:assert/strict";
import { parse } from "yaml";
import { parseAnswer } from "../../../../src/core/coder/parseAnswer.ts";
import { exportText } from "../../../../src/core/export/exportText.ts";
import type { ExportChoices, ExportFormat } from "../../../../src/core/export/choices.ts";
import { isJsonObject, parseJson, type JsonValue } from "../../../../src/core/base/json.ts";
import { omitUndefined } from "../../../../src/core/base/omitUndefined.ts";
import type { DeploymentConfig, DeploymentOption } from "../../../../src/core/coder/model.ts";
import { facts } from "./configs.ts";
import {
	readComposeEnv,
	readHelmValues,
	readMarkdownTable,
	readSystemdEnv,
	readSystemdUnit,
	type Variables,
} from "./readers.ts";
import { comparable, readSetting } from "./settings.ts";

/** A format and the program that reads it. */
export type Reader = ExportFormat | "env by systemd";

export const readers = [
	"yaml",
	"env",
	"env by systemd",
	"systemd",
	"helm",
	"json",
	"markdown",
] as const satisfies Reader[];

/** Returns the comparable values that a reader finds in an export; an option that it doesn't find is missing. */
export function readBack(
	config: DeploymentConfig,
	reader: Reader,
	choices: ExportChoices,
	version = facts.version,
): (option: DeploymentOption) => string | undefined {
	const format = reader === "env by systemd" ? "env" : reader;
	const text = exportText(config, format, omitUndefined({ ...facts, version }), choices);
	switch (reader) {
		case "env":
			return byVariable(readComposeEnv(text));
		case "env by systemd":
			return byVariable(readSystemdEnv(text));
		case "systemd":
			return byVariable(readSystemdUnit(text));
		case "helm":
			return byVariable(readHelmValues(text));
		case "yaml":
			return byPath(parse(text, { intAsBigInt: true }) as JsonValue);
		case "json": {
			const parsed = parseAnswer("deploymentConfig", parseJson(text));
			assert.ok(parsed.ok);
			const values = new Map(parsed.value.options.map(({ id, value }) => [id, value]));
			return ({ id }) => (values.has(id) ? comparable(values.get(id)) : undefined);
		}
		case "markdown": {
			const rows = new Map(readMarkdownTable(text).map((row) => [rowId(row), row.Value]));
			return (option) => {
				const shown = rows.get(option.env ?? `--${option.flag ?? ""}`);
				return shown === undefined ? undefined : comparable(readSetting(option, shown));
			};
		}
	}
}

const rowId = ({ Flag, "Environment variable": variable }: Record<string, string>): string =>
	variable || (Flag ?? "");

function byVariable(variables: Variables): (option: DeploymentOption) => string | undefined {
	return (option) => {
		const text = variables.get(option.env ?? "");
		return text === undefined ? undefined : comparable(readSetting(option, text));
	};
}

function byPath(root: JsonValue): (option: DeploymentOption) => string | undefined {
	return (option) => {
		let value: JsonValue | undefined = root;
		for (const key of option.yamlPath ?? []) {
			if (!isJsonObject(value) || !Object.hasOwn(value, key)) return undefined;
			value = value[key];
		}
		if (!option.yamlPath) return undefined;
		const duration = option.duration && typeof value === "string";
		return comparable(duration ? readSetting(option, value as string) : value);
	};
}
