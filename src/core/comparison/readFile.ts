import { ExcessError } from "../base/bounds.ts";
import { formatBytes } from "../base/format.ts";
import { isJsonObject, parseJson, type JsonValue } from "../base/json.ts";
import { t } from "../base/l10n.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { bundleLimits, looksLikeZip, readBundle } from "./readBundle.ts";
import type { ReadConfig } from "./readConfig.ts";
import { readJsonConfig } from "./readJson.ts";
import { readYamlConfig } from "./readYaml.ts";
import { UnreadableFile } from "./unreadable.ts";

/** Files larger than this, in bytes, need not even be opened. */
export const maxFileBytes = bundleLimits.archiveBytes;

/** JSON and YAML files may be this large, in bytes: eighty times the largest answer of today's servers. */
const maxTextBytes = bundleLimits.entryBytes;

/**
 * Reads a support bundle, a JSON or a YAML file, whichever it is: what is in it decides, not its name.
 *
 * @param reference the options of the server that the file is compared with
 * @param version that server's
 * @throws UnreadableFile with a sentence for people
 */
export async function readConfigFile(
	bytes: Uint8Array,
	reference: readonly DeploymentOption[],
	version?: string,
): Promise<ReadConfig> {
	if (looksLikeZip(bytes)) return readBundle(bytes);
	if (bytes.length > maxTextBytes) {
		throw new UnreadableFile(
			"tooLarge",
			t("This file is larger than {0}, the most that can be read.", formatBytes(maxTextBytes)),
		);
	}
	const text = decode(bytes);
	return /^\s*[{[]/.test(text)
		? readBraces(text, reference, version)
		: readYamlConfig(text, reference, version);
}

/** Stands for JSON that holds too much to be read; it begins with a brace, so that it is no text itself. */
const excess = "excess";

/** Reads an answer of the API, or a configuration file that is written in braces, as JSON or as YAML. */
function readBraces(
	text: string,
	reference: readonly DeploymentOption[],
	version: string | undefined,
): ReadConfig {
	const json = tryJson(text);
	const answer =
		json !== undefined && (!isJsonObject(json) || "options" in json || "config" in json);
	if (answer) return readJsonConfig(text);
	try {
		return readYamlConfig(text, reference, version);
	} catch (error) {
		if (!(error instanceof UnreadableFile)) throw error;
		if (json === undefined && error.reason === "notCoder") throw error;
		return readJsonConfig(text);
	}
}

function tryJson(text: string): JsonValue | undefined {
	try {
		return parseJson(text);
	} catch (error) {
		return error instanceof ExcessError ? excess : undefined;
	}
}

function decode(bytes: Uint8Array): string {
	try {
		// A byte order mark at the beginning is left out.
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw new UnreadableFile("damaged", t("This file isn't UTF-8 text."));
	}
}
