import { t } from "../base/l10n.ts";

/** Variables with a number for each item that they configure, such as `CODER_EXTERNAL_AUTH_0_CLIENT_ID`. */
export interface NumberedFamily {
	/** The part before the number, including the `_` before it. */
	readonly beginning: string;
	/** The keys that can follow the number and its `_`. */
	readonly keys: readonly string[];
	readonly description: () => string;
	readonly page: string;
	/** The beginning that replaces this one. */
	readonly renamed?: string;
}

const list = (words: string) => words.split(/\s+/);

const authKeys =
	list(`ID TYPE CLIENT_ID CLIENT_SECRET AUTH_URL TOKEN_URL VALIDATE_URL REVOKE_URL REGEX DEVICE_FLOW
	DEVICE_CODE_URL NO_REFRESH SCOPES EXTRA_TOKEN_KEYS APP_INSTALL_URL APP_INSTALLATIONS_URL DISPLAY_NAME DISPLAY_ICON
	MCP_URL MCP_TOOL_ALLOW_REGEX MCP_TOOL_DENY_REGEX PKCE_METHODS API_BASE_URL`);
const providerKeys =
	list(`TYPE NAME KEY KEYS BASE_URL BEDROCK_BASE_URL BEDROCK_REGION BEDROCK_ACCESS_KEY
	BEDROCK_ACCESS_KEYS BEDROCK_ACCESS_KEY_SECRET BEDROCK_ACCESS_KEY_SECRETS BEDROCK_MODEL BEDROCK_SMALL_FAST_MODEL`);

const externalAuth = {
	keys: authKeys,
	description: () =>
		t("Configures an external authentication provider of the server. Numbering starts at 0."),
	page: "admin/external-auth",
};
const aiProvider = {
	keys: providerKeys,
	description: () =>
		t("Creates an AI provider when the server starts for the first time. Numbering starts at 0."),
	page: "ai-coder/ai-gateway/providers",
};

/** From Coder's `cli/server.go`, 2026-08. */
export const numberedFamilies: readonly NumberedFamily[] = [
	{ beginning: "CODER_EXTERNAL_AUTH_", ...externalAuth },
	{ beginning: "CODER_GITAUTH_", ...externalAuth, renamed: "CODER_EXTERNAL_AUTH_" },
	{ beginning: "CODER_AI_GATEWAY_PROVIDER_", ...aiProvider },
	{
		beginning: "CODER_AIBRIDGE_PROVIDER_",
		...aiProvider,
		renamed: "CODER_AI_GATEWAY_PROVIDER_",
	},
	{
		beginning: "CODER_SUPPORT_LINKS_",
		keys: list("NAME TARGET ICON"),
		description: () => t("Sets a link in the support menu of older versions."),
		page: "admin/setup/appearance",
	},
];

/** The parts of a name of a numbered family. */
export interface NumberedName {
	readonly family: NumberedFamily;
	/** The number, including the `_` after it. */
	readonly number: string;
	readonly key: string;
}

/** Splits a name of a numbered family into its parts; returns undefined for any other name. The key may be unknown. */
export function numberedName(name: string): NumberedName | undefined {
	const family = numberedFamilies.find(({ beginning }) => name.startsWith(beginning));
	const rest = family && /^(\d+_)(\w+)$/.exec(name.slice(family.beginning.length));
	const [, number, key] = rest ?? [];
	return family && number && key ? { family, number, key } : undefined;
}
