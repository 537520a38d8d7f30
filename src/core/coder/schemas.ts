import * as z from "zod/mini";
import { maskSecrets } from "./mask.ts";
import type { JsonObject, JsonValue } from "../base/json.ts";
import type { Answers, DeploymentConfig, EndpointId } from "./model.ts";
import { toOption, optionSchema } from "./optionSchema.ts";
import { omitUndefined } from "../base/omitUndefined.ts";
import { deploymentStats } from "./statsSchema.ts";
import { health, healthSettings } from "./healthSchema.ts";
import { entitlements, licenses } from "./licenseSchema.ts";
import {
	appearance,
	permissions,
	provisionerDaemons,
	provisionerQueue,
	regions,
	replicas,
} from "./infrastructureSchema.ts";
import {
	int,
	list,
	maybe,
	name,
	prose,
	shortName,
	shortProse,
	time,
	url,
	withoutUser,
} from "./schemaTypes.ts";

const root = z.pipe(
	z.object({ message: prose }),
	z.transform(({ message }) => ({ message })),
);

const buildInfo = z.pipe(
	z.object({
		version: name,
		external_url: maybe(url),
		dashboard_url: maybe(url),
		telemetry: maybe(z.boolean()),
		workspace_proxy: maybe(z.boolean()),
		agent_api_version: maybe(name),
		provisioner_api_version: maybe(name),
		upgrade_message: maybe(prose),
		deployment_id: maybe(name),
	}),
	z.transform((answered) =>
		omitUndefined({
			version: answered.version,
			externalUrl: answered.external_url,
			dashboardUrl: answered.dashboard_url && withoutUser(answered.dashboard_url).url,
			holdsPassword:
				(answered.dashboard_url && withoutUser(answered.dashboard_url).held) || undefined,
			telemetry: answered.telemetry,
			workspaceProxy: answered.workspace_proxy ?? false,
			agentApiVersion: answered.agent_api_version,
			provisionerApiVersion: answered.provisioner_api_version,
			upgradeMessage: answered.upgrade_message,
			deploymentId: answered.deployment_id,
		}),
	),
);

const configSchema = z.object({ options: list(optionSchema) });

/** Masks before parsing, so nothing after this line sees a secret. The masked response is kept as it is. */
const deploymentConfig = z.transform((body: JsonValue, context): DeploymentConfig => {
	const masked = maskSecrets(body);
	const answered = z.safeParse(configSchema, masked);
	if (answered.success) {
		return { options: answered.data.options.flatMap(toOption), masked: masked as JsonObject };
	}
	context.issues.push(
		...answered.error.issues.map(
			({ path, message }) => ({ code: "custom", path, message, input: masked }) as const,
		),
	);
	return z.NEVER;
});

const deploymentSsh = z.pipe(
	z
		.object({
			hostname_prefix: maybe(name),
			hostname_suffix: maybe(name),
			ssh_config_options: maybe(z.record(z.string(), z.string())),
		})
		.check(z.refine((answered) => Object.values(answered).some((value) => value !== null))),
	z.transform((answered) =>
		omitUndefined({
			hostnamePrefix: answered.hostname_prefix,
			hostnameSuffix: answered.hostname_suffix,
			options: Object.entries(answered.ssh_config_options ?? {}).map(
				([key, value]) => [shortName(key), shortProse(value)] as const,
			),
		}),
	),
);

const experiments = list(name);

/** An object since the route exists, although the published page says array. */
const experimentsAvailable = z.pipe(
	z.union([z.object({ safe: list(name) }), z.array(name)]),
	z.transform((answered) => (Array.isArray(answered) ? answered : answered.safe)),
);

const updateCheck = z.pipe(
	z.object({ current: z.boolean(), version: name, url: maybe(url) }),
	z.transform((answered) => ({ ...answered, url: answered.url ?? "" })),
);

const tokenConfig = z.pipe(
	z.object({ max_token_lifetime: int }),
	z.transform((answered) => ({ maxTokenLifetimeNs: answered.max_token_lifetime })),
);

const user = z.pipe(
	z.object({
		id: name,
		username: name,
		name: maybe(name),
		email: maybe(name),
		status: maybe(name),
		roles: list(z.object({ name, display_name: maybe(name) })),
	}),
	z.transform(({ roles, ...answered }) => ({
		...omitUndefined(answered),
		roles: roles.map((role) => ({ name: role.name, displayName: role.display_name || role.name })),
	})),
);

const apiKey = z.pipe(
	z.object({
		id: name,
		expires_at: maybe(time),
		created_at: maybe(time),
		login_type: maybe(name),
		token_name: maybe(name),
		lifetime_seconds: maybe(z.number()),
	}),
	z.transform((answered) =>
		omitUndefined({
			id: answered.id,
			expiresAt: answered.expires_at,
			createdAt: answered.created_at,
			loginType: answered.login_type,
			tokenName: answered.token_name,
			lifetimeSeconds: answered.lifetime_seconds,
		}),
	),
);

/** The schema of each endpoint's answer in `endpoints.ts`. Accepts unknown keys, nulls, and missing fields. */
export const schemas: { readonly [K in EndpointId]: z.ZodMiniType<Answers[K]> } = {
	root,
	buildInfo,
	deploymentConfig,
	deploymentSsh,
	deploymentStats,
	experiments,
	experimentsAvailable,
	updateCheck,
	tokenConfig,
	user,
	apiKey,
	permissions,
	health,
	healthSettings,
	entitlements,
	licenses,
	regions,
	replicas,
	provisionerDaemons,
	provisionerQueue,
	appearance,
};
