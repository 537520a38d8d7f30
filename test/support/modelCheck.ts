import { healthParts } from "../../src/core/coder/healthModel.ts";
import type { EndpointId } from "../../src/core/coder/model.ts";

/** Returns what is wrong with a value, with paths; nothing for a value of the correct type. */
type Check = (value: unknown, path: string) => string[];

const wrong = (path: string, what: string): string[] => [`${path} is no ${what}`];

const text: Check = (value, path) => (typeof value === "string" ? [] : wrong(path, "text"));
const flag: Check = (value, path) => (typeof value === "boolean" ? [] : wrong(path, "boolean"));
const number: Check = (value, path) => (Number.isFinite(value) ? [] : wrong(path, "number"));
const int: Check = (value, path) =>
	typeof value === "bigint" || Number.isFinite(value) ? [] : wrong(path, "integer");
const time: Check = (value, path) =>
	typeof value === "number" && Math.abs(value) <= 8.64e15 ? [] : wrong(path, "time");

const list =
	(item: Check): Check =>
	(value, path) =>
		Array.isArray(value)
			? value.flatMap((part, index) => item(part, `${path}[${index}]`))
			: wrong(path, "list");

const oneOf =
	(...words: readonly string[]): Check =>
	(value, path) =>
		typeof value === "string" && words.includes(value) ? [] : wrong(path, words.join(" or "));

/**
 * Checks for an object with all of `needed`, some of `optional`, and nothing else. Missing properties must be absent,
 * not undefined.
 */
const object =
	(
		needed: Readonly<Record<string, Check>>,
		optional: Readonly<Record<string, Check>> = {},
	): Check =>
	(value, path) => {
		if (typeof value !== "object" || value === null || Array.isArray(value)) {
			return wrong(path, "object");
		}
		if (Object.getPrototypeOf(value) !== Object.prototype) return wrong(path, "plain object");
		const missing = Object.keys(needed).filter((key) => !Object.hasOwn(value, key));
		const members = Object.entries(value as Record<string, unknown>).flatMap(([key, child]) => {
			const check = Object.hasOwn(needed, key)
				? needed[key]
				: Object.hasOwn(optional, key)
					? optional[key]
					: undefined;
			return check ? check(child, `${path}.${key}`) : [`${path}.${key} is not expected`];
		});
		return [...missing.map((key) => `${path}.${key} is missing`), ...members];
	};

const pair: Check = (value, path) =>
	Array.isArray(value) && value.length === 2 ? list(text)(value, path) : wrong(path, "pair");

/** Checks for JSON, without deep parts, which are checked where they're parsed. */
const json: Check = (value, path) => {
	switch (typeof value) {
		case "string":
		case "boolean":
		case "number":
		case "bigint":
			return [];
		case "object":
			return value === null || Object.getPrototypeOf(value) !== null ? [] : wrong(path, "JSON");
		default:
			return wrong(path, "JSON");
	}
};

const jsonObject: Check = (value, path) =>
	typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
		? []
		: wrong(path, "JSON object");

const count = object({ name: text, count: int });
const reference = object({ id: text, name: text }, { env: text, flag: text });
const option = object(
	{
		id: text,
		name: text,
		description: text,
		groups: list(object({ name: text }, { yaml: text, description: text })),
		useInstead: list(reference),
		hidden: flag,
		secret: flag,
		enterprise: flag,
		workspaceProxies: flag,
		duration: flag,
	},
	{
		flag: text,
		flagShorthand: text,
		env: text,
		yaml: text,
		yamlPath: list(text),
		default: text,
		value: json,
		choices: list(text),
		valueSource: oneOf("flag", "env", "yaml", "default"),
	},
);

const severity = oneOf("ok", "warning", "error", "unknown");
const messages = list(object({ text }, { code: text }));
const healthPart = object({ severity, dismissed: flag, messages });

const checks: Readonly<Record<EndpointId, Check>> = {
	root: object({ message: text }),
	buildInfo: object(
		{ version: text, workspaceProxy: flag },
		{
			externalUrl: text,
			dashboardUrl: text,
			telemetry: flag,
			agentApiVersion: text,
			provisionerApiVersion: text,
			upgradeMessage: text,
			deploymentId: text,
			holdsPassword: flag,
		},
	),
	deploymentConfig: object({ options: list(option), masked: jsonObject }),
	deploymentSsh: object({ options: list(pair) }, { hostnamePrefix: text, hostnameSuffix: text }),
	deploymentStats: object(
		{ workspaces: list(count), sessions: list(count), others: list(count) },
		{
			aggregatedFrom: time,
			collectedAt: time,
			nextUpdateAt: time,
			latencyP50Ms: number,
			latencyP95Ms: number,
			rxBytes: int,
			txBytes: int,
		},
	),
	experiments: list(text),
	experimentsAvailable: list(text),
	updateCheck: object({ current: flag, version: text, url: text }),
	tokenConfig: object({ maxTokenLifetimeNs: int }),
	user: object(
		{ id: text, username: text, roles: list(object({ name: text, displayName: text })) },
		{ name: text, email: text, status: text },
	),
	apiKey: object(
		{ id: text },
		{
			expiresAt: time,
			createdAt: time,
			loginType: text,
			tokenName: text,
			lifetimeSeconds: number,
		},
	),
	permissions: object({}, { health: flag, licenses: flag, replicas: flag, provisioners: flag }),
	health: object(
		{
			severity,
			parts: object({}, Object.fromEntries(healthParts.map((part) => [part, healthPart]))),
			strangerAnswered: flag,
			proxies: list(
				object(
					{ id: text, name: text, healthy: flag, problems: list(text) },
					{ displayName: text, version: text, status: text, checkedAt: time },
				),
			),
		},
		{
			time,
			databaseLatencyMs: number,
			databaseThresholdMs: number,
			daemons: list(
				object({ id: text, name: text, messages }, { version: text, lastSeenAt: time }),
			),
		},
	),
	healthSettings: list(oneOf(...healthParts)),
	entitlements: object(
		{
			hasLicense: flag,
			trial: flag,
			features: list(
				object({ name: text, entitlement: text, enabled: flag }, { limit: number, actual: number }),
			),
			warnings: list(text),
			errors: list(text),
		},
		{ refreshedAt: time },
	),
	licenses: list(
		object(
			{ id: number, trial: flag },
			{ featureSet: text, startsAt: time, termEndsAt: time, endsAt: time },
		),
	),
	regions: list(
		object(
			{ id: text, name: text, healthy: flag, holdsPassword: flag },
			{ displayName: text, url: text },
		),
	),
	replicas: list(
		object(
			{ id: text, hostname: text },
			{ startedAt: time, error: text, databaseLatencyMs: number },
		),
	),
	provisionerDaemons: list(
		object({ id: text, name: text }, { version: text, status: text, lastSeenAt: time }),
	),
	provisionerQueue: object({ waiting: number }),
	appearance: object(
		{ announcements: list(text), supportLinks: list(object({ name: text, url: text })) },
		{ applicationName: text, docsUrl: text },
	),
};

/** Returns what is wrong with an endpoint's model; nothing if every value has its type. */
export function modelProblems(id: EndpointId, value: unknown): string[] {
	const problems = checks[id](value, id);
	if (id !== "deploymentConfig" || problems.length > 0) return problems;
	const { options } = value as { options: readonly { id: string; secret: boolean }[] };
	return options.flatMap((entry) => [
		...(entry.secret && "value" in entry ? [`the secret ${entry.id} has a value`] : []),
		...(entry.secret && "default" in entry ? [`the secret ${entry.id} has a default`] : []),
	]);
}
