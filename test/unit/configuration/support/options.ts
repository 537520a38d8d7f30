import { parseAnswer } from "../../../../src/core/coder/parseAnswer.ts";
import type { JsonValue } from "../../../../src/core/base/json.ts";
import type { DeploymentConfig, DeploymentOption } from "../../../../src/core/coder/model.ts";

/** Builds an option with defaults for everything that a test doesn't specify. */
export function option(
	fields: Partial<DeploymentOption> & { readonly id: string },
): DeploymentOption {
	return {
		name: fields.id,
		description: "",
		groups: [],
		useInstead: [],
		hidden: false,
		secret: false,
		enterprise: false,
		workspaceProxies: false,
		duration: false,
		...fields,
	};
}

const web = { name: "Web", yaml: "web", description: "How people reach the harbour." };
const tls = { parent: web, name: "TLS", yaml: "tls" };
const mail = { name: "Mail", yaml: "mail" };
const danger = { name: "Dangerous Waters" };

const password = {
	name: "Mail Password",
	env: "HARBOUR_MAIL_PASSWORD",
	flag: "mail-password",
	annotations: { secret: "true" },
	group: mail,
	value_source: "env",
};

/** An answer of an invented server with one option of each kind. */
const answer = {
	config: {},
	options: [
		{
			name: "Pier URL",
			description: "Where ships land. See https://harbour.example/docs, `pier` for short.",
			flag: "pier-url",
			flag_shorthand: "p",
			env: "HARBOUR_PIER_URL",
			yaml: "pierURL",
			value: "https://pier.example",
			value_source: "env",
			group: web,
		},
		{
			name: "Tide Check",
			description: "How often the tide is looked at.",
			flag: "tide-check",
			env: "HARBOUR_TIDE_CHECK",
			yaml: "tideCheck",
			default: "24h0m0s",
			value: 28_800_000_000_000,
			value_source: "yaml",
			annotations: { format_duration: "true" },
			group: web,
		},
		{
			name: "Lock Gates",
			env: "HARBOUR_LOCK_GATES",
			flag: "lock-gates",
			yaml: "lock",
			default: "true",
			value: true,
			value_source: "default",
			group: tls,
		},
		{
			name: "Cipher List",
			env: "HARBOUR_CIPHERS",
			flag: "ciphers",
			yaml: "ciphers",
			default: "one,two",
			value: ["one", "two, too"],
			value_source: "flag",
			group: tls,
		},
		{
			name: "Gate Keeper",
			env: "HARBOUR_GATE_KEEPER",
			flag: "gate-keeper",
			yaml: "keeper",
			default: "none",
			value: { Choices: ["none", "human", "robot"], Value: "none" },
			value_source: "default",
			group: tls,
		},
		{
			name: "Mail From",
			description: "Deprecated: use the other one.",
			env: "HARBOUR_OLD_FROM",
			flag: "old-from",
			yaml: "from",
			value: "desk@harbour.example",
			value_source: "env",
			hidden: true,
			use_instead: [{ name: "Sender", env: "HARBOUR_SENDER", flag: "sender" }],
			group: mail,
		},
		password,
		{
			name: "Old Password",
			env: "HARBOUR_OLD_PASSWORD",
			flag: "old-password",
			annotations: { secret: "true" },
			use_instead: [{ ...password, value: "EXAMPLE-leaked-password" }],
			group: mail,
		},
		{
			name: "Let Everybody In",
			env: "HARBOUR_DANGEROUS_OPEN",
			flag: "dangerous-open",
			value: false,
			group: danger,
		},
		{
			name: "Sender",
			env: "HARBOUR_SENDER",
			flag: "sender",
			yaml: "sender",
			value: "desk@harbour.example",
			value_source: "env",
		},
		{
			name: "Cargo Map",
			env: "HARBOUR_CARGO",
			flag: "cargo",
			yaml: "cargo",
			default: "{}",
			value: { coal: "north", "it's": "south" },
			value_source: "yaml",
			annotations: { enterprise: "true" },
		},
		{
			name: "Help Links",
			flag: "links",
			yaml: "links",
			value: [{ name: "Desk", target: "https://desk.example" }],
		},
		{
			name: "Largest Ship",
			env: "HARBOUR_LARGEST",
			flag: "largest",
			default: "9007199254740993",
			// One more than the neighboring integer that a double can represent.
			value: 9_007_199_254_740_993n,
			value_source: "default",
		},
		{ name: "Fog Horn", env: "HARBOUR_HORN", flag: "horn", yaml: "horn", value: null },
	],
};

/** Returns the invented server's configuration, parsed as the extension parses it. */
export function harbour(): DeploymentConfig {
	const parsed = parseAnswer("deploymentConfig", answer as unknown as JsonValue);
	if (!parsed.ok) throw new Error("The made-up answer cannot be read.");
	return parsed.value;
}
