import { isScalar, type Node } from "yaml";
import type { JsonValue } from "../../base/json.ts";
import { maskSecrets } from "../../coder/mask.ts";
import type { DeploymentOption } from "../../coder/model.ts";
import { isPeriodName, isSecretName } from "../../coder/secretName.ts";
import { withoutFileOnly } from "../../comparison/readYaml.ts";
import { scalarText } from "../../comparison/yamlEntries.ts";
import { Refused, YamlDecoder } from "../../comparison/yamlDecoder.ts";
import { yamlValue } from "../../comparison/typedYamlValue.ts";
import { UnreadableFile } from "../../comparison/unreadable.ts";
import { literalOf } from "../secretReference.ts";
import type { FileSetting } from "../setting.ts";
import type { ConfigKey, ConfigText } from "./configText.ts";

/**
 * Returns what a configuration of `coder server` sets, in order. Includes all keys, because only the options show which
 * of them are groups.
 */
export function configSettings({ keys, targets }: ConfigText): FileSetting[] {
	return keys.map((key) => settingOf(key, targets));
}

function settingOf(
	{ path, key, nameSpan, value, node }: ConfigKey,
	targets: ConfigText["targets"],
): FileSetting {
	const above = path.slice(0, -key.length - 1);
	const secret = isSecretName(key) && !isPeriodName(above);
	const { text, why } = literalOf(isScalar(node) ? { text: scalarText(node) } : {});
	return {
		name: path,
		nameSpan,
		value: { ...value, quoting: "yaml" },
		secret,
		source: "yaml",
		sets: ({ yamlPath }) => yamlPath?.join(".") === path,
		...(why && { why }),
		...(text !== undefined && !secret && { text }),
		...(node &&
			!secret &&
			!why && { read: (option, version) => read(option, node, targets, version) }),
	};
}

/** @returns undefined if the server rejects the value */
function read(
	option: DeploymentOption,
	node: Node,
	targets: ConfigText["targets"],
	version: string | undefined,
): JsonValue | undefined {
	try {
		const value = yamlValue(option, node, new YamlDecoder(targets), version);
		// Texts are masked when they are shown. Structures may contain secrets under their keys.
		return typeof value === "object" ? withoutFileOnly(maskSecrets(value)) : value;
	} catch (error) {
		if (error instanceof Refused || error instanceof UnreadableFile) return undefined;
		throw error;
	}
}
