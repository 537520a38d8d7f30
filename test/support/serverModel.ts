import assert from "node:assert/strict";
import type { Node } from "yaml";
import type { JsonValue } from "../../src/core/base/json.ts";
import type { DeploymentOption } from "../../src/core/coder/model.ts";
import { goBool, goSet, goSetNode } from "./goReaders.ts";
import { sharedRows } from "./sharedTables.ts";

/** What a server is started with. */
export interface ServerStart {
	/** The minor version; the major version is 2. */
	readonly minor: number;
	readonly env?: ReadonlyMap<string, string>;
	readonly yaml?: ReadonlyMap<string, Node>;
}

/** Deprecated options that aren't another name of their replacement. */
const ownSettings: ReadonlySet<string> = new Set([
	"CODER_ADDRESS",
	"CODER_TLS_REDIRECT_HTTP_TO_HTTPS",
	"CODER_VERBOSE",
	"CODER_SSH_HOSTNAME_PREFIX",
]);

/** Returns the text of a minor version from a field by release, such as `v2.0:URL > v2.7:String`. */
function inRelease(reported: string, minor: number): string {
	if (!/^v2\.\d+:/.test(reported)) return reported;
	const periods = reported
		.split(" > ")
		.map((one) => /^v2\.(\d+):(.*)$/.exec(one) ?? assert.fail(one));
	return periods.findLast(([, from]) => Number(from) <= minor)?.[2] ?? "";
}

/** Returns the types of a version's options, by ID. */
export function optionTypes(minor: number): ReadonlyMap<string, string> {
	const rows = sharedRows("options-history.tsv");
	return new Map(
		rows.map(({ id = "", flag = "", env = "", type = "" }) => [
			env || inRelease(flag, minor) || id,
			inRelease(type, minor).replace(/^[bs]/, (letter) => letter.toUpperCase()),
		]),
	);
}

/**
 * Simulates a server's start: what it reads from its environment and its file, and its defaults, by the rules of
 * coder/serpent and `cli/server.go`.
 *
 * @param options the options with their defaults; their values are ignored
 * @returns the value of each option that isn't a secret, by ID
 * @throws AssertionError if the server wouldn't start
 */
export function startServer(
	options: readonly DeploymentOption[],
	{ minor, env = new Map(), yaml = new Map() }: ServerStart,
): ReadonlyMap<string, JsonValue> {
	const types = optionTypes(minor);
	for (const name of env.keys()) {
		assert.doesNotMatch(
			name,
			/^CODER_(EXTERNAL_AUTH|GITAUTH|AIBRIDGE_PROVIDER|AI_GATEWAY_PROVIDER)_(?!\d+_)/,
			"parse number",
		);
	}
	const sorted = options
		.filter(({ secret }) => !secret)
		.toSorted((a, b) => (a.name < b.name ? -1 : 1));
	const cells = new Map<string, JsonValue>();
	const sources = new Map<string, string>();
	const cellOf = ({ id, useInstead }: DeploymentOption): string =>
		(ownSettings.has(id) ? undefined : useInstead[0]?.id) ?? id;
	// To the server, each name inside a validator is a separate option with the same cell.
	const groupOf = (option: DeploymentOption): string =>
		/CIRCUIT_BREAKER_(FAILURE_THRESHOLD|MAX_REQUESTS)$/.test(option.id) || minor < 18
			? option.id
			: cellOf(option);
	const set = (
		option: DeploymentOption,
		source: string,
		read: (type: string) => JsonValue,
	): void => {
		const type = types.get(option.id) ?? "String";
		const value = read(type);
		if (option.choices)
			assert.ok(
				option.choices.some((one) => one === value),
				`invalid choice: ${option.id}`,
			);
		const before = cells.get(cellOf(option));
		const appends = source !== "yaml" && Array.isArray(before) && sources.has(groupOf(option));
		cells.set(
			cellOf(option),
			appends ? [...(before as JsonValue[]), ...(value as JsonValue[])] : value,
		);
		sources.set(groupOf(option), source);
	};
	for (const option of sorted) {
		const text = option.env === undefined ? undefined : env.get(option.env);
		if (text === undefined || (text === "" && minor < 34)) continue;
		set(option, "env", (type) => goSet(type, text));
	}
	const fromEnv = new Set(sources.keys());
	const keys = new Set(yaml.keys());
	for (const option of sorted) {
		const path = option.yamlPath ?? [];
		for (let end = 1; end < path.length; end++) keys.delete(path.slice(0, end).join("."));
		const node = yaml.get(path.join("."));
		for (const key of keys)
			if (key === path.join(".") || key.startsWith(`${path.join(".")}.`)) keys.delete(key);
		if (node && !fromEnv.has(groupOf(option))) set(option, "yaml", (type) => goSetNode(type, node));
	}
	assert.deepEqual([...keys], [], "unknown option");
	for (const option of sorted) {
		const { default: text = "" } = option;
		if (text !== "" && !sources.has(groupOf(option))) {
			cells.set(cellOf(option), goSet(types.get(option.id) ?? "String", withoutDays(text)));
		}
	}
	if (isTruth(env.get("CODER_TLS_REDIRECT_HTTP_TO_HTTPS"))) {
		cells.set(
			"CODER_REDIRECT_TO_ACCESS_URL",
			cells.get("CODER_TLS_REDIRECT_HTTP_TO_HTTPS") ?? false,
		);
	}
	return new Map(sorted.map((option) => [option.id, cells.get(cellOf(option)) ?? zero(option)]));
}

/** Defaults of newer servers use days, which only their own parser supports. */
function withoutDays(text: string): string {
	return text.replace(/^(\d+)d$/, (_all, days: string) => `${(Number(days) * 24).toString()}h`);
}

function isTruth(text: string | undefined): boolean {
	try {
		return goBool(text ?? "");
	} catch {
		return false;
	}
}

/** Returns Go's zero value, determined by the kind of value alone. */
function zero({ value }: DeploymentOption): JsonValue {
	if (typeof value === "boolean") return false;
	return typeof value === "number" || typeof value === "bigint" ? 0 : null;
}
