import "../../support/stable.ts";
import type { JsonObject } from "../../../src/core/base/json.ts";
import type { Form } from "../../../src/core/variables/forms.ts";
import { variableHover, type ReportingDeployment } from "../../../src/core/variables/hover.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { otherNames, otherUse } from "../../../src/core/variables/otherVariables.ts";
import { findProblems, judge } from "../../../src/core/variables/problems.ts";
import { allFlags } from "../../../src/core/variables/serverFlags.ts";
import { suggestionsFor } from "../../../src/core/variables/suggest.ts";
import { assertGolden } from "../../support/golden.ts";
import { configWith } from "../export/support/configs.ts";

/** Options of a deployment, as its server reports them. */
const options: readonly JsonObject[] = [
	{
		name: "Access URL",
		env: "CODER_ACCESS_URL",
		flag: "access-url",
		yaml: "accessURL",
		group: { name: "Networking", yaml: "networking" },
		description: "Where people go.\n\nMore about it.",
		value: "https://coder.larkspur.example",
		value_source: "env",
	},
	{ name: "Address", env: "CODER_ADDRESS", flag: "address", flag_shorthand: "a", value: "" },
	{
		name: "Interval",
		env: "CODER_INTERVAL",
		flag: "interval",
		annotations: { format_duration: "true", enterprise: "true" },
		default: "1m0s",
		value: 90e9,
		value_source: "flag",
	},
	{
		name: "Old Interval",
		env: "CODER_OLD_INTERVAL",
		flag: "old-interval",
		value: 90e9,
		value_source: "flag",
		use_instead: [{ env: "CODER_INTERVAL", flag: "interval", name: "Interval" }],
	},
	{
		name: "Telemetry",
		env: "CODER_TELEMETRY_ENABLE",
		flag: "telemetry",
		value: true,
		value_source: "default",
		default: "true",
	},
	{
		name: "Token",
		env: "CODER_SECRET_THING",
		annotations: { secret: "true" },
		value: "EXAMPLE",
		value_source: "yaml",
	},
	{ name: "Long", env: "CODER_LONG", value: "x".repeat(302), value_source: "flag" },
	{ name: "Nearly Long", env: "CODER_NEARLY_LONG", value: "x".repeat(300) },
	{ name: "Hidden", env: "CODER_HIDDEN", hidden: true, value: ["a", "b"], value_source: "yaml" },
	{ name: "Mode", env: "CODER_MODE", value: { Choices: ["a", "b"], Value: "a" } },
	{ name: "Only a flag", flag: "only-a-flag", value: 1 },
	{ name: "Hosted", env: "WGTUNNEL_HOST", flag: "wg-tunnel-host", value: "" },
	{ name: "Hello", env: "CODER_NOTIFICATIONS_EMAIL_HELLO", flag: "notifications-email-hello" },
	{ name: "Prefix", env: "CODER_SSH_HOSTNAME_PREFIX", flag: "ssh-hostname-prefix", value: "a." },
];

const config = configWith(...options);
const reporters = {
	"signed out": new KnownVariables(undefined),
	"a deployment": new KnownVariables(config, { name: "Larkspur", version: "v2.15.0+190cd1c" }),
	"an unnamed deployment": new KnownVariables(config),
};

const known = (title: string): KnownVariables =>
	title === "a deployment" ? reporters["a deployment"] : reporters["signed out"];

/** Names as users might write them. */
const written: readonly string[] = `
	CODER_ACCESS_URL CODER_ACESS_URL CODER_ACCESS_ULR CODER_ACCESS_URI CODER_ACCESSURL CODER_ACCES_URLS CODER_AXXESS_URL
	CODER_AXXXESS_URL CODER_URL_ACCESS CODER_ADDRESS CODER_ADDRES CODER_HTTP_ADDRESS CODER_HTTPS_ADDRESS
	CODER_HTTP_ADRESS CODER_TLS_ADDRES CODER_TELEMETRY CODER_TELEMETRY_ENABLED CODER_TELEMETRY_DISABLE
	CODER_TELEMETRI CODER_TELEMETRY_TRACE CODER_TELEMETRY_ENABL CODER_TELEMETRYENABLE CODER_DISABLE_TELEMETRY
	CODER_INTERVALL CODER_OLD_INTERVAL CODER_OLD_INTERVALL CODER_NEW_INTERVAL CODER_INTERVALS CODER_INTERVALED
	CODER_SECRET_THINGS CODER_LONGG CODER_LONG CODER_MOD CODER_MODES CODER_HIDDEN CODER_HIDEN CODER_HIDDENED
	CODER_BRAND_NEW CODER_brand_new CODER_CACHE_DIR CODER_CACHE_DIRECTORY CODER_CACHE_DIRECTORYS
	CODER_POSTGRES_URL CODER_POSTGRES_AUTH CODER_POSTGRES_URLS CODER_TOKEN CODER_ORG CODER_GLOBAL_CONFIG
	CODER_SESSION_TOKEN CODER_SESSION_TOKEM CODER_VERBOSE CODER_VERBOS CODER_TLS_MIN_VERSION CODER_TLS_MAX_VERSION
	CODER_TLS_MIN_VERSIONS CODER_TLS_MIN_VERSIN CODER_SECURE_AUTH_COOKIE CODER_INSECURE_AUTH_COOKIE
	CODER_UNSECURE_AUTH_COOKIE CODER_NONSECURE_AUTH_COOKIE CODER_XSECURE_AUTH_COOKIE CODER_SECURE_AUTH_COOKI
	CODER_OIDC_CLIENT_IDS CODER_OIDC_CLIENT_SECERT CODER_OIDC_CLIENT_KEY CODER_OIDC_CLIENTID CODER_OIDC_EMAIL_DOMAINS
	CODER_EXPERIMENT CODER_EXPERIMENTAL CODER_EXPERIMENTSS CODER_OAUTH_GITHUB_CLIENT_ID CODER_OAUTH3_GITHUB_CLIENT_ID
	CODER_OAUTH2_GITHUB_CLIENT_ID CODER_OAUTH2_GITLAB_CLIENT_ID CODER_EMAIL_FROM CODER_EMAIL_FORM CODER_EMAIL_TO
	CODER_EMAIL_HELLO CODER_NOTIFICATIONS_EMAIL_HELLO CODER_NOTIFICATIONS_EMAIL_HELO CODER_SSH_HOSTNAME_PREFIX
	CODER_SSH_HOSTNAME_PREFX CODER_SSH_HOSTNAME_SUFFIX CODER_WORKSPACE_HOSTNAME_SUFFIX CODER_WORKSPACE_HOSTNAME_SUFIX
	CODER_WORKSPACE_HOSTNAME_PREFIX CODER_IN_MEMORY CODER_IN_MEMORI CODER_CHAT_HOOK_URL CODER_HOST_PREFIX_COOKIE
	CODER_PROVISIONER_DAEMON_POLL_JITTER CODER_AI_GATEWAY_OPENAI_KEY CODER_AIBRIDGE_ENABLED CODER_PG_AUTH
	CODER_AGENT_TOKEN CODER_AGENT_TOKNE CODER_AGENT_SOMETHING CODER_WORKSPACE_NAME CODER_WORKSPACE_NMAE
	CODER_PARAMETER_region CODER_PARAMETER_ CODER_TASK_X CODER_RUNNING_WORKSPACE_AGENT_TOKEN_x CODER_REPO CODER_CPUS
	CODER_EXTERNAL_AUTH_0_ID CODER_EXTERNAL_AUTH_12_CLIENTID CODER_EXTERNAL_AUTH_CLIENT_ID CODER_EXTERNAL_AUTH_0_NEW
	CODER_EXTERNAL_AUTH_0_ CODER_EXTERNAL_AUTH_x_ID CODER_EXTERNALAUTH_1_CLIENT_ID CODER_GITAUTH_0_ID
	CODER_GITAUTH_0_CLIENTID CODER_AI_GATEWAY_PROVIDER_1_KEY CODER_AI_GATEWAY_PROVIDER_1_KYE
	CODER_AIBRIDGE_PROVIDER_0_TYPE CODER_SUPPORT_LINKS_0_NAME CODER_SUPPORT_LINKS_0_NAM CODER_SUPPORT_LINKS_NAME
	CODER_CPU CODER_HOME CODER_X CODER_DOC CODER_DOCS CODER_DOCSU CODER_DOCS_URL CODER_DOCS_URLX CODER_ CODER_TLS_
	CODER_TLS_REDIRECT_HTTP CODER_TLS_REDIRECT_HTTP_TO_HTTPS CODER_UNHEARD_OF CODER_constructor WGTUNNEL_HOST
	CODER_TLS_ENABLE CODER_TLS_ENABLES CODER_TLS_DISABLE CODER_BLOCK_DIRECT CODER_ALLOW_DIRECT CODER_RATE_LIMIT
	CODER_API_RATE_LIMITS CODER_MAX_TOKEN_LIFETIM CODER_MIN_TOKEN_LIFETIME CODER_DERP_SERVER_REGION_1D
	CODER_DERP_SERVER_REGION_IDS CODER_DERP_SERVER_STUN_ADDRESS CODER_LOGGING_HUMAN CODER_LOGGING_JSNO
	--access-url --acess-url --telemetry --telemetri --address -a -z --only-a-flag --old-interval --interval
	--http-address --http-adress --cache-dir --cache-dirs --unheard-of --verbose --help -h --global-config --port --ports
	--provisioner-daemon-poll-jitter --in-memory --notifications-email-hello --wg-tunnel-host --tls-enabled --url --urls
`
	.trim()
	.split(/\s+/);

/** Describes what is known about a name, the hint at it, and names that may have been meant. */
function facts(name: string, of: KnownVariables): readonly string[] {
	const variable = of.find(name);
	const verdict = judge(name, of);
	const { option, ...more } = variable ?? {};
	return [
		name,
		`  ${variable ? JSON.stringify({ ...more, option: option?.id }) : "unknown"}`,
		...(verdict ? [`  ${JSON.stringify(verdict)}`] : []),
		...(name.startsWith("-")
			? []
			: suggestionsFor(name, of).map((one) => `  ~ ${JSON.stringify(one)}`)),
	];
}

describe("names, as they were recorded:", () => {
	for (const title of ["signed out", "a deployment"]) {
		it(`what they are (${title})`, () => {
			const lines = written.flatMap((name) => facts(name, known(title)));
			assertGolden(`known-${title.replaceAll(" ", "-")}`, `${lines.join("\n")}\n`);
		});
	}

	it("their hovers", () => {
		const deployments: readonly (ReportingDeployment | undefined)[] = [
			undefined,
			{ key: "larkspur", name: "Larkspur", sourcesReported: true },
			{ key: "larkspur", name: "Larkspur", sourcesReported: false },
		];
		const parts = deployments.map((deployment) =>
			written.flatMap((name) => {
				const variable = known(deployment ? "a deployment" : "signed out").find(name);
				return variable ? [`## ${name}`, ...variableHover(variable, deployment), ""] : [];
			}),
		);
		assertGolden("known-hovers", parts.map((lines) => lines.join("\n")).join("\n====\n\n"));
	});

	it("those that can be completed, and what other programs do with them", () => {
		const { names, flags } = known("signed out");
		const others = otherNames().map((name) => {
			const { description, page, ...more } = otherUse(name) ?? {};
			return [name, description, page, JSON.stringify(more)].join(" | ");
		});
		const own = known("a deployment");
		const lists = [names, flags, others, own.names.slice(0, 15), own.flags];
		assertGolden("known-lists", lists.map((list) => list.join("\n")).join("\n\n"));
	});

	it("all flags of the server", () => {
		const lines = [...allFlags().values()].map(({ name, env, isSwitch, history }) =>
			[name, env ?? "", isSwitch ? "switch" : "", history.id].join(" | "),
		);
		assertGolden("known-flags", `${lines.join("\n")}\n`);
	});

	it("their problems in files", () => {
		const files: readonly (readonly [Form, string])[] = [
			["env", "CODER_UNHEARD_OF=1\nCODER_ACESS_URL=1\n"],
			["env", "CODER_UNHEARD_OF=1\nCODER_ACCESS_URL=1\nCODER_IGNORED=1\nCODER_TELEMETRY=1\n"],
			[
				"shell",
				"CODER_UNHEARD_OF=1\nCODER_ACESS_URL=1\nCODER_TLS_MAX_VERSION=1\nCODER_ADDRESS=1\n",
			],
			["shell", "export CODER_UNHEARD_OF=1 CODER_IN_MEMORY=1\nCODER_ACCESS_URL=1 x\n# CODER_X=1\n"],
			["shell", "coder server --unheard-of --telemetri --address=:80 --in-memory\n"],
			[
				"yaml",
				"a:\n  env:\n    - {name: CODER_ACCESS_URL, value: a}\n    - {name: CODER_PORT, value: a}\nb:\n  env:\n    - {name: CODER_PORT, value: a}\n    - name: CODER_HOSTS\n",
			],
			[
				"docker",
				"ARG CODER_UNHEARD_OF=1\nARG CODER_ACESS_URL=1\nENV CODER_ACCESS_URL=$CODER_FOO\n",
			],
		];
		const parts = Object.entries(reporters).flatMap(([title, known]) =>
			files.map(([form, text]) => {
				const problems = findProblems(text, form, known, (name) => name === "CODER_IGNORED");
				return [`${title}, ${form} ${JSON.stringify(text)}`]
					.concat(problems.map((problem) => `  ${JSON.stringify(problem)}`))
					.join("\n");
			}),
		);
		assertGolden("known-problems", `${parts.join("\n\n")}\n`);
	});
});
