import { t } from "../base/l10n.ts";

/** Variables of Coder that are no options of the server, by who reads or sets them. */
export interface OtherUse {
	/** One sentence for people. */
	readonly says: string;
	/** The page in Coder's documentation. */
	readonly page: string;
	/** The name that replaces it, where it is an old one. */
	readonly useInstead?: string;
	/** True for a name of which only the beginning is known. */
	readonly family: boolean;
}

interface Kind {
	readonly says: () => string;
	readonly page: string;
	/** Names without `CODER_`. `#` stands for a number, `*` at the end for anything. */
	readonly names: string;
	/** How the old names of this kind begin, and what stands there now. */
	readonly renamed?: readonly [before: string, now: string];
}

const authKeys = `ID TYPE CLIENT_ID CLIENT_SECRET AUTH_URL TOKEN_URL VALIDATE_URL REVOKE_URL REGEX DEVICE_FLOW
	DEVICE_CODE_URL NO_REFRESH SCOPES EXTRA_TOKEN_KEYS APP_INSTALL_URL APP_INSTALLATIONS_URL DISPLAY_NAME DISPLAY_ICON
	PKCE_METHODS`;
const providerKeys = `TYPE NAME KEY BASE_URL BEDROCK_REGION BEDROCK_MODEL BEDROCK_SMALL_FAST_MODEL`;

const each = (beginning: string, keys: string) =>
	keys
		.split(/\s+/)
		.map((key) => `${beginning}${key}`)
		.join(" ");

const externalAuth = () =>
	t("Configures an external authentication provider of the server. Numbers begin at 0.");
const aiProvider = () => t("Seeds an AI provider at the server's first start. Numbers begin at 0.");

/** Facts of Coder's command line reference, agent, provisioner and images, 2023 to 2026. */
const kinds: readonly Kind[] = [
	{
		says: () => t("Read by the Coder CLI."),
		page: "reference/cli",
		names: `URL SESSION_TOKEN CONFIG_DIR HEADER HEADER_COMMAND NO_VERSION_WARNING NO_FEATURE_WARNING FORCE_TTY
			VERBOSE DISABLE_DIRECT_CONNECTIONS DISABLE_NETWORK_TELEMETRY USE_KEYRING ORGANIZATION CLIENT_TLS_CA_FILE
			CLIENT_TLS_CERT_FILE CLIENT_TLS_KEY_FILE SSH_STDIO SSH_SSH_HOST_PREFIX SSH_HOSTNAME_SUFFIX
			SSH_FORWARD_AGENT SSH_FORWARD_GPG SSH_IDENTITY_AGENT SSH_WAIT SSH_NO_WAIT SSH_LOG_DIR SSH_REMOTE_FORWARD
			SSH_ENV SSH_DISABLE_AUTOSTART SSH_CONFIG_FILE SSH_CONFIG_BINARY_PATH SSH_CONFIG_OPTS SSH_DRY_RUN
			SSH_USE_PREVIOUS_OPTIONS CONFIGSSH_* FIRST_USER_EMAIL FIRST_USER_USERNAME FIRST_USER_FULL_NAME
			FIRST_USER_PASSWORD FIRST_USER_TRIAL TEMPLATE_NAME TEMPLATE_VERSION PARAMETER_FILE RICH_PARAMETER
			RICH_PARAMETER_* BUILD_OPTION EPHEMERAL_PARAMETER PROMPT_EPHEMERAL_PARAMETERS PRESET_NAME
			DOTFILES_REPO_DIR PORT_FORWARD_* TOKEN_LIFETIME TOKEN_NAME SCALETEST_*`,
	},
	{
		says: () => t("Read by administrative commands of the Coder CLI."),
		page: "reference/cli/server",
		names: `USERNAME EMAIL PASSWORD PG_CONNECTION_URL_FILE PG_CONNECTION_AUTH TELEMETRY_INSTALL_SOURCE
			EXTERNAL_TOKEN_ENCRYPTION_POSTGRES_URL EXTERNAL_TOKEN_ENCRYPTION_ENCRYPT_NEW_KEY
			EXTERNAL_TOKEN_ENCRYPTION_ENCRYPT_OLD_KEYS EXTERNAL_TOKEN_ENCRYPTION_DECRYPT_KEYS`,
	},
	{
		says: () => t("Read by the agent of a workspace, or set by it in the workspace."),
		page: "admin/templates/extending-templates",
		names: `AGENT_TOKEN AGENT_URL AGENT_AUTH AGENT_SUBSYSTEM AGENT_LOG_DIR AGENT_DEVCONTAINERS_ENABLE AGENT_*
			BLOCK_FILE_TRANSFER PROC_PRIO_MGMT PROC_OOM_SCORE PROC_NICE_SCORE SCRIPT_DATA_DIR SCRIPT_BIN_DIR
			WORKSPACE_AGENT_NAME MCP_*`,
	},
	{
		says: () => t("Set by Coder while Terraform builds a workspace, or in the workspace."),
		page: "admin/templates/extending-templates",
		names: `WORKSPACE_NAME WORKSPACE_ID WORKSPACE_OWNER WORKSPACE_OWNER_NAME WORKSPACE_OWNER_EMAIL
			WORKSPACE_OWNER_GROUPS WORKSPACE_OWNER_SESSION_TOKEN WORKSPACE_OWNER_OIDC_ACCESS_TOKEN
			WORKSPACE_TRANSITION WORKSPACE_TEMPLATE_NAME WORKSPACE_TEMPLATE_VERSION WORKSPACE_BUILD_ID WORKSPACE_*
			RUNNING_WORKSPACE_AGENT_TOKEN RUNNING_WORKSPACE_AGENT_TOKEN_* PARAMETER_* TASK_*
			EXTERNAL_AUTH_ACCESS_TOKEN_* GIT_AUTH_ACCESS_TOKEN_*`,
	},
	{
		says: () => t("Read by external provisioners."),
		page: "admin/provisioners",
		names: `PROVISIONER_DAEMON_KEY PROVISIONER_DAEMON_KEY_FILE PROVISIONER_DAEMON_NAME PROVISIONER_DAEMON_VERBOSE
			PROVISIONER_DAEMON_LOG_FILTER PROVISIONER_DAEMON_LOGGING_HUMAN PROVISIONER_DAEMON_LOGGING_JSON
			PROVISIONER_DAEMON_LOGGING_STACKDRIVER PROVISIONERD_TAGS PROVISIONERD_POLL_INTERVAL
			PROVISIONERD_POLL_JITTER`,
	},
	{
		says: () => t("Read by workspace proxies and exit nodes."),
		page: "admin/networking/workspace-proxies",
		names: "PRIMARY_ACCESS_URL PROXY_SESSION_TOKEN PROXY_DERP_ONLY EXIT_NODE_TOKEN EXIT_NODE_*",
	},
	{
		says: () => t("Read by an AI Gateway that runs by itself."),
		page: "ai-coder/ai-gateway/standalone",
		names: `AI_GATEWAY_HTTP_ADDRESS AI_GATEWAY_KEY AI_GATEWAY_TLS_CERT_FILE AI_GATEWAY_TLS_KEY_FILE
			AI_GATEWAY_VERBOSE`,
	},
	{
		says: () => t("Read by envbox, which runs workspaces inside containers."),
		page: "admin/templates/extending-templates/docker-in-workspaces",
		names: `INNER_* BOOTSTRAP_SCRIPT MOUNTS CPUS MEMORY ADD_TUN ADD_FUSE ADD_GPU USR_LIB_DIR DOCKER_BRIDGE_CIDR
			IMAGE_PULL_SECRET DISABLE_IDMAPPED_MOUNT EXTRA_CERTS_PATH`,
	},
	{
		says: () => t("Chooses the image in Coder's file for Docker Compose."),
		page: "install/docker",
		names: "REPO VERSION",
	},
	{
		says: externalAuth,
		page: "admin/external-auth",
		names: each("EXTERNAL_AUTH_#_", `${authKeys} *`),
	},
	{
		says: externalAuth,
		page: "admin/external-auth",
		names: each("GITAUTH_#_", `${authKeys} *`),
		renamed: ["GITAUTH_", "EXTERNAL_AUTH_"],
	},
	{
		says: aiProvider,
		page: "ai-coder/ai-gateway/providers",
		names: each("AI_GATEWAY_PROVIDER_#_", `${providerKeys} *`),
	},
	{
		says: aiProvider,
		page: "ai-coder/ai-gateway/providers",
		names: each("AIBRIDGE_PROVIDER_#_", `${providerKeys} *`),
		renamed: ["AIBRIDGE_", "AI_GATEWAY_"],
	},
	{
		says: () => t("Set a link of the support menu in old versions."),
		page: "admin/setup/appearance",
		names: "SUPPORT_LINKS_#_*",
	},
];

const docs = "https://coder.com/docs";

/** By name with `CODER_`, with `#` for numbers and without the `*` of families. */
const byName = new Map<string, Kind>();
const families: string[] = [];
for (const kind of kinds) {
	for (const name of kind.names.split(/\s+/)) {
		const whole = `CODER_${name.replace("*", "")}`;
		if (name.endsWith("*")) families.push(whole);
		byName.set(whole, kind);
	}
}

/** What a variable is that is no option of the server; nothing for a name that Coder does not know. */
export function otherUse(name: string): OtherUse | undefined {
	const numbered = name.replace(/_\d+_/, "_#_");
	const family = byName.has(numbered)
		? undefined
		: families.find((beginning) => numbered.startsWith(beginning) && numbered !== beginning);
	const kind = byName.get(family ?? numbered);
	if (!kind || numbered.endsWith("_")) return undefined;
	const { renamed } = kind;
	return {
		says: kind.says(),
		page: `${docs}/${kind.page}`,
		family: family !== undefined,
		...(renamed && { useInstead: name.replace(`CODER_${renamed[0]}`, `CODER_${renamed[1]}`) }),
	};
}

/** All whole names that are no options of the server, with the number 0 where there is one, old names left out. */
export function otherNames(): string[] {
	return [...byName]
		.filter(([name, { renamed }]) => !name.endsWith("_") && !renamed)
		.map(([name]) => name.replace("#", "0"));
}
