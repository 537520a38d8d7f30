import { t } from "../base/l10n.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { typeWord } from "../options/optionTypes.ts";
import { behavesAs } from "../options/serverVersion.ts";

/**
 * Returns a sentence about the values that the server accepts, for one that it rejects.
 *
 * @param name the option's name as written in the file
 * @param text the rejected value, to detect near misses
 */
export function acceptsSentence(
	option: DeploymentOption,
	name: string,
	text: string,
	version: string | undefined,
): string {
	const type = typeWord(option);
	if (option.choices) {
		return t(
			"Coder doesn't start with this value. {0} must be one of: {1}.",
			name,
			option.choices.join(", "),
		);
	}
	switch (type) {
		case "bool":
			return t("Coder doesn't start with this value. {0} must be true or false.", name);
		case "int":
			return t("Coder doesn't start with this value. {0} must be an integer.", name);
		case "duration":
			return /\d[dw]/.test(text) && !behavesAs(version, "v2.29.0")
				? t(
						"Coder doesn't start with this value. Days and weeks require Coder {0}; use hours.",
						"v2.29.0",
					)
				: t("Coder doesn't start with this value. {0} must be a duration, such as 1h30m.", name);
		case "url":
			return t("Coder doesn't start with this value. {0} must be a URL.", name);
		case "host:port":
			return t(
				"Coder doesn't start with this value. {0} must be a host and port, such as 127.0.0.1:8080.",
				name,
			);
		case "string-array":
			return t(
				"Coder doesn't start with this value. {0} must be a comma-separated list; quotes must enclose whole items.",
				name,
			);
		default:
			return t(
				"Coder doesn't start with this value. {0} must be JSON or YAML with the right structure.",
				name,
			);
	}
}
