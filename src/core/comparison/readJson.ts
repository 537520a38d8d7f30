import { ExcessError } from "../base/bounds.ts";
import { parseAnswer } from "../coder/parseAnswer.ts";
import { parseJson, type JsonValue } from "../base/json.ts";
import { t } from "../base/l10n.ts";
import type { ReadConfig } from "./readConfig.ts";
import { UnreadableFile } from "./unreadable.ts";

/**
 * Reads a response of `GET /deployment/config`, as sent or as shown by this extension. Removes secrets as from a
 * response.
 *
 * @throws UnreadableFile with a sentence for users
 */
export function readJsonConfig(text: string): ReadConfig {
	const parsed = parseAnswer("deploymentConfig", parse(text));
	if (parsed.ok && parsed.value.options.length > 0) return { options: parsed.value.options };
	const what = noConfiguration();
	if (parsed.ok) throw new UnreadableFile("notCoder", `${what} ${t("It has no options.")}`);
	const why = parsed.excess ?? t("The content at {0} isn't valid.", parsed.field);
	throw new UnreadableFile("notCoder", `${what} ${why}`);
}

const noConfiguration = () => t("This isn't a Coder deployment's configuration.");

function parse(text: string): JsonValue {
	try {
		return parseJson(text.replace(/^\uFEFF/, ""));
	} catch (error) {
		if (error instanceof ExcessError)
			throw new UnreadableFile("notCoder", `${noConfiguration()} ${error.message}`);
		// The parser's message quotes the text, which may contain a secret.
		throw new UnreadableFile("damaged", t("This file isn't valid JSON."));
	}
}
