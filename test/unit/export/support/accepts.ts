import assert from "node:assert/strict";
import type { DeploymentConfig, DeploymentOption } from "../../../../src/core/coder/model.ts";
import { settingText } from "../../../../src/core/coder/optionValue.ts";
import type { ExportChoices } from "../../../../src/core/export/choices.ts";
import { holdsMask } from "../../../../src/core/export/envEntries.ts";
import { exportText } from "../../../../src/core/export/exportText.ts";
import { goYamlNodes } from "../../../support/goReaders.ts";
import { startServer, type ServerStart } from "../../../support/serverModel.ts";
import { facts } from "./configs.ts";
import {
	readComposeEnv,
	readHelmValues,
	readSystemdEnv,
	readSystemdUnit,
	type Variables,
} from "./readers.ts";
import { comparable } from "./settings.ts";

/** The ways to configure a server; two programs read env files. */
export const ways = ["yaml", "env", "env by systemd", "systemd", "helm"] as const;
export type Way = (typeof ways)[number];

export const minorOf = (version: string): number => Number(/^v2\.(\d+)/.exec(version)?.[1]);

/** Returns what the chart sets itself, whatever its users set: a second value would be rejected. */
function chartVariables(minor: number): ReadonlyMap<string, string> {
	const always: [string, string][] = [
		["CODER_HTTP_ADDRESS", "0.0.0.0:8080"],
		["CODER_DERP_SERVER_RELAY_URL", "http://10.1.2.3:8080"],
	];
	if (minor < 30) always.push(["CODER_PROMETHEUS_ADDRESS", "0.0.0.0:2112"]);
	if (minor >= 26 && minor < 30) always.push(["CODER_PPROF_ADDRESS", "0.0.0.0:6060"]);
	if (minor >= 35) always.push(["CODER_CLUSTER_HOST", "10.1.2.3"]);
	return new Map(always);
}

/** Returns what it sets unless its users do. */
function chartDefaults(minor: number): ReadonlyMap<string, string> {
	if (minor < 30) return new Map();
	return new Map([
		["CODER_PROMETHEUS_ADDRESS", "0.0.0.0:2112"],
		["CODER_PPROF_ADDRESS", "0.0.0.0:6060"],
	]);
}

function startOf(text: string, way: Way, minor: number): ServerStart {
	const read: Partial<Record<Way, (text: string) => Variables>> = {
		env: readComposeEnv,
		"env by systemd": readSystemdEnv,
		systemd: readSystemdUnit,
	};
	const variables = read[way];
	if (variables) return { minor, env: variables(text) };
	if (way === "yaml") return { minor, yaml: goYamlNodes(text) };
	const own = readHelmValues(text);
	const chart = chartVariables(minor);
	for (const name of own.keys()) assert.ok(!chart.has(name), `${name} is there twice`);
	return { minor, env: new Map([...chartDefaults(minor), ...own, ...chart]) };
}

/**
 * Returns whether this way can't give the server the option's value; the export has it as a comment. This excludes a
 * problem of v2.15.0 alone: it reads a list of `[]` from YAML, but panics when it writes that configuration itself.
 */
function isOutOfReach(option: DeploymentOption, way: Way, minor: number): boolean {
	const { env, yamlPath, value } = option;
	const text = settingText(option, value);
	if (holdsMask(text)) return true;
	if (way === "yaml") return !yamlPath;
	if (!env || env === "CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE") return true;
	// Up to v2.33, an empty variable is treated as unset.
	if (text === "" && option.default && minor < 34) return true;
	if (way !== "helm") return false;
	const tls = /^CODER_TLS_(ADDRESS|ENABLE|CERT_FILE|KEY_FILE)$/.test(env);
	return tls || chartVariables(minor).has(env) || (chartDefaults(minor).has(env) && text === "");
}

/** Starts a server with an export, and asserts that every option has the exported value. */
export function accepts(
	config: DeploymentConfig,
	way: Way,
	version: string,
	choices: ExportChoices,
): void {
	const minor = minorOf(version);
	const format = way === "env by systemd" ? "env" : way;
	const text = exportText(config, format, { ...facts, version }, choices);
	const values = startServer(config.options, startOf(text, way, minor));
	let compared = 0;
	for (const option of config.options) {
		if (option.secret || isOutOfReach(option, way, minor)) continue;
		if (way === "helm" && choices.options === "changed" && chartDefaults(minor).has(option.id))
			continue;
		const name = `${option.name} as ${way}, ${choices.options}, ${choices.deprecated}`;
		assert.equal(comparable(values.get(option.id)), comparable(option.value), name);
		compared++;
	}
	assert.ok(compared > 0);
}
