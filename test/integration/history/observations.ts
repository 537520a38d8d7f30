import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import type { Observation } from "../../../src/core/history/state.ts";
import type { JsonObject, JsonValue } from "../../../src/core/base/json.ts";
import { textOption } from "../../unit/comparison/options.ts";

/** Returns a new folder for each test, which is deleted after the tests. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(path.join(tmpdir(), "coder-deployment-history-"));
	after(() => {
		rmSync(folder, { recursive: true, force: true });
	});
	return folder;
}

/**
 * Returns what a window sees of a deployment at a time (ms since the epoch): an option's value, and the other given
 * parts.
 */
export function seen(
	at: number,
	value: JsonValue,
	more: { readonly version?: string; readonly experiments?: readonly string[] } = {},
): Observation {
	return seenBody(at, { options: [textOption("CODER_A", value)] }, more);
}

/** Returns what a window sees if the server returns this configuration. */
export function seenBody(
	at: number,
	body: JsonObject,
	{ version = "v2.35.1", experiments = [] as readonly string[] } = {},
): Observation {
	const config = parseAnswer("deploymentConfig", body);
	if (!config.ok) throw new Error(config.field);
	return {
		state: { version, experiments, config: config.value },
		readAt: { version: at, experiments: at, config: at },
	};
}

/** Returns the paths of all files below a folder, sorted. */
export function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.sort();
}

/** Returns the content of all files below a folder, including names. */
export function textBelow(folder: string): string {
	return filesBelow(folder)
		.map((file) => `${file}\n${readFileSync(file, "utf8")}`)
		.join("\n");
}
