import type { JsonValue } from "../base/json.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { defaultValue } from "../coder/optionValue.ts";
import { zeroLike } from "../comparison/defaults.ts";
import { YamlDecoder } from "../comparison/yamlDecoder.ts";
import { readStructure } from "../comparison/yamlStructure.ts";
import { parseYaml } from "../comparison/yamlDocument.ts";
import { typeWord } from "../options/optionTypes.ts";
import { readText } from "../options/readText.ts";
import { behavesAs } from "../options/serverVersion.ts";

/** The maximum length of a structure to parse, in UTF-16 units. */
const longest = 100_000;

/**
 * Parses the text of a variable as the server does.
 *
 * @param version the version of the server; up to v2.33, an empty variable is treated as unset
 * @returns undefined for a text that the server rejects
 */
export function readVariable(
	option: DeploymentOption,
	text: string,
	version: string | undefined,
): JsonValue | undefined {
	if (text === "" && !behavesAs(version, "v2.34.0")) {
		return defaultValue(option) ?? zeroLike(option.value);
	}
	const type = typeWord(option);
	if (type?.startsWith("struct[")) return readStructureText(type, text);
	return readText(option, type, text, version);
}

/** Parses a structure as YAML, like the server; JSON is a subset. */
function readStructureText(type: string, text: string): JsonValue | undefined {
	if (text.trim() === "") return null;
	if (text.length > longest) return undefined;
	try {
		const { contents } = parseYaml(text);
		return contents ? readStructure(type, contents, new YamlDecoder(new Map())) : null;
	} catch {
		// The server couldn't read it either, whatever the error.
		return undefined;
	}
}
