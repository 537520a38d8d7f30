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

/** Larger files aren't opened, in bytes. */
export const maxFileBytes = bundleLimits.archiveBytes;

/** The maximum size of JSON and YAML files, in bytes: eighty times the largest response of current servers. */
const maxTextBytes = bundleLimits.entryBytes;

/**
 * Reads a support bundle, a JSON file, or a YAML file, detected by content, not by name.
 *
 * @param reference the options of the server to compare with
 * @param version that server's version
 * @throws UnreadableFile with a sentence for users
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

/** Stands for JSON that exceeds a limit. It can't be confused with JSON, which starts with a brace. */
const excess = "excess";

/** Reads an API response, or a configuration file written with braces, as JSON or YAML. */
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

/** Decodes a file. A leading byte order mark is skipped. */
function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
	} catch {
		throw new UnreadableFile("damaged", t("This file isn't UTF-8 text."));
	}
}

/**
 * Returns a text's encoding by its byte order mark, like the server's YAML parser. Windows PowerShell writes redirected
 * output in UTF-16.
 */
function encodingOf([first, second]: Uint8Array): string {
	if (first === 0xff && second === 0xfe) return "utf-16le";
	return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
