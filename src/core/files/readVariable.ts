import type { JsonValue } from "../base/json.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { defaultValue } from "../coder/optionValue.ts";
import { zeroLike } from "../comparison/defaults.ts";
import { Refused, YamlDecoder } from "../comparison/yamlDecoder.ts";
import { readStructure } from "../comparison/yamlStructure.ts";
import { parseYaml } from "../comparison/yamlDocument.ts";
import { typeWord } from "../options/optionTypes.ts";
import { readText } from "../options/readText.ts";
import { behavesAs } from "../options/serverVersion.ts";

/** Longer structures, in UTF-16 units, are not looked into. */
const longest = 100_000;

/**
 * Reads the text of a variable as the server does.
 *
 * @param version the server's; up to v2.33 an empty variable is one that isn't set
 * @returns nothing for a text that the server refuses
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

/** The server reads structures as YAML, of which JSON is a part. */
function readStructureText(type: string, text: string): JsonValue | undefined {
	if (text.trim() === "") return null;
	if (text.length > longest) return undefined;
	try {
		const { contents } = parseYaml(text);
		return contents ? readStructure(type, contents, new YamlDecoder(new Map())) : null;
	} catch (error) {
		// Whatever is wrong with it, the server would not read it either.
		if (error instanceof Error || error instanceof Refused) return undefined;
		throw error;
	}
}
