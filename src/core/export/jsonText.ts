import { formatJson, isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import type { DeploymentConfig } from "../coder/model.ts";
import { optionId } from "../coder/optionSchema.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import type { ExportChoices, ExportFacts } from "./choices.ts";
import { chosenOptions } from "./chosenOptions.ts";

/**
 * Writes the options as the server sent them, so that tools for `GET /deployment/config` can read them. Secrets have no
 * value, as in the masked response.
 */
export function jsonText(
	config: DeploymentConfig,
	facts: ExportFacts,
	choices: ExportChoices,
): string {
	const ids = new Set(chosenOptions(config, choices).map(({ option }) => option.id));
	const { options } = config.masked;
	const sent = Array.isArray(options) ? (options as readonly JsonValue[]) : [];
	const { name, url, version, at } = facts;
	const deployment = omitUndefined({
		name,
		url,
		version,
		read_at: at === undefined ? undefined : new Date(at).toISOString(),
	}) as JsonObject;
	const chosen = sent.filter((option) => isJsonObject(option) && ids.has(idOf(option) ?? ""));
	return `${formatJson({ deployment, options: chosen })}\n`;
}

function idOf({ env, flag, name }: JsonObject): string | undefined {
	return optionId(env, flag, name);
}
