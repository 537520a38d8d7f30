import type { DeploymentOption } from "../coder/model.ts";
import { isDeprecatedGroup } from "../options/groupOrder.ts";
import type { OptionType } from "../options/optionType.ts";
import { successorsOf, type OptionHistory, type OptionState } from "../releases/optionHistory.ts";
import { optionHistories } from "../releases/options.ts";

/**
 * Options that only their descriptions call deprecated, which the table doesn't contain. From Coder's options of v2.35;
 * it is unknown since when they have been deprecated.
 */
const deprecatedByWords: ReadonlySet<string> = new Set(
	`PROVISIONER_DAEMON_POLL_INTERVAL PROVISIONER_DAEMON_POLL_JITTER
	AI_GATEWAY_OPENAI_BASE_URL AI_GATEWAY_OPENAI_KEY AI_GATEWAY_ANTHROPIC_BASE_URL AI_GATEWAY_ANTHROPIC_KEY
	AI_GATEWAY_BEDROCK_BASE_URL AI_GATEWAY_BEDROCK_REGION AI_GATEWAY_BEDROCK_ACCESS_KEY
	AI_GATEWAY_BEDROCK_ACCESS_KEY_SECRET AI_GATEWAY_BEDROCK_MODEL AI_GATEWAY_BEDROCK_SMALL_FAST_MODEL
	AI_GATEWAY_INJECT_CODER_MCP_TOOLS AI_GATEWAY_PROXY_DOMAIN_ALLOWLIST`
		.split(/\s+/)
		.map((name) => `CODER_${name}`),
);

/** The values of options that Coder's source only describes as a choice. */
const choices: Readonly<Record<string, readonly string[]>> = {
	CODER_PG_AUTH: ["password", "awsiamrds"],
	CODER_SAMESITE_AUTH_COOKIE: ["lax", "none"],
	CODER_AI_BUDGET_POLICY: ["highest"],
	CODER_AI_BUDGET_PERIOD: ["month"],
};

/** Coder's types other than text. */
const kinds: Readonly<Record<string, OptionType>> = {
	bool: "bool",
	Bool: "bool",
	Int64: "int",
	Duration: "duration",
	StringArray: "list",
	"Struct[[]LinkConfig]": "list",
	"Struct[[]ExternalAuthConfig]": "list",
	"Struct[[]GitAuthConfig]": "list",
};

/** Returns the type of a release's option. */
export function typeOf(id: string, { type }: OptionState): OptionType {
	return choices[id] ?? kinds[type] ?? (type.startsWith("Struct[map") ? "map" : "text");
}

/** Whether an option is deprecated in a release. */
export function isDeprecatedIn(id: string, state: OptionState): boolean {
	return (
		state.successors !== "" ||
		deprecatedByWords.has(id) ||
		isDeprecatedGroup(groupsOf(state)[0] ?? "")
	);
}

/** Returns the names of an option's groups, outermost first. */
export function groupsOf({ group }: OptionState): string[] {
	return group === "" ? [] : group.split(" / ");
}

/** Returns a release's option in the form in which a server reports options, without description, value, and source. */
export function optionOf({ id }: OptionHistory, state: OptionState): DeploymentOption {
	const { name, flag, env, yaml } = state;
	const path = yaml.split(".");
	// Switches without a default are `false`.
	const usual = state.default === "false" ? "" : state.default;
	return {
		id,
		name,
		description: "",
		...(env !== "" && { env }),
		...(flag !== "" && { flag }),
		...(yaml !== "" && { yaml: path.at(-1) ?? "", yamlPath: path }),
		...(usual !== "" && { default: usual }),
		groups: groupsOf(state).map((group) => ({ name: group })),
		useInstead: successorsOf(state).map(reference),
		hidden: state.hidden !== "",
		secret: state.secret !== "",
		enterprise: state.enterprise !== "",
		workspaceProxies: false,
		duration: typeOf(id, state) === "duration",
	};
}

function reference(id: string): DeploymentOption["useInstead"][number] {
	const name = optionHistories().get(id)?.tracks.name.at(-1)?.[1] ?? id;
	return { id, name, ...(id.startsWith("CODER_") && { env: id }) };
}
