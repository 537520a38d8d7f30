import { findingsOf } from "../../../../src/core/findings/findingsOf.ts";
import type { Finding } from "../../../../src/core/findings/finding.ts";
import type { Deployment } from "../../../../src/core/deployments/deployment.ts";
import { formatJson, parseJson, type JsonValue } from "../../../../src/core/base/json.ts";
import { memoizeTexts } from "../../../../src/core/base/memoize.ts";
import type { DeploymentConfig } from "../../../../src/core/coder/model.ts";
import {
	deploymentConfig,
	optionValues,
} from "../../../sample-deployment/config/deploymentConfig.ts";
import type { Setting, SettingSource } from "../../../sample-deployment/config/settings.ts";
import { serverVersion, type VersionId } from "../../../sample-deployment/versions.ts";
import { recorded } from "../../../support/recorded.ts";
import { configOf } from "../../export/support/configs.ts";

/** The server's start options. */
export interface Server {
	/** `current` by default. */
	readonly version?: VersionId;
	/** The version that it reports instead of its own, such as `v2.31.0+abcdef0`. */
	readonly reportedVersion?: string;
	/** Values of options that environment variables set, by ID. Durations are in nanoseconds. */
	readonly env?: Readonly<Record<string, JsonValue>>;
	/** Values of options that flags set, by ID. */
	readonly flags?: Readonly<Record<string, JsonValue>>;
	/** The answer of `/experiments`; not requested by default. */
	readonly experiments?: readonly string[];
	/** The answer of `/experiments/available`; not requested by default. */
	readonly safe?: readonly string[];
	/** The access URL in `/buildinfo`. */
	readonly dashboardUrl?: string;
	/** The features in `/entitlements`; not requested by default. */
	readonly features?: Readonly<Record<string, JsonValue>>;
	/** Whether to use the sample organization's whole configuration instead of only the settings above. */
	readonly company?: boolean;
	/** Options as the server sends them, appended to the others. */
	readonly more?: readonly JsonValue[];
	/** Number of generated options. */
	readonly extra?: number;
}

/** Several tests use the same servers. */
const deployments = new WeakMap<Server, Promise<Deployment>>();

/** Returns a refreshed deployment whose server has these options. */
export function deploymentOf(server: Server): Promise<Deployment> {
	const deployment = deployments.get(server) ?? read(server);
	deployments.set(server, deployment);
	return deployment;
}

async function read(server: Server): Promise<Deployment> {
	const version = serverVersion(server.version ?? "current");
	const settings = [...from("env", server.env), ...from("flag", server.flags)];
	const body = deploymentConfig(
		optionValues({
			version,
			configured: server.company ?? false,
			changes: settings,
			extra: server.extra ?? 0,
		}),
	);
	const options = [...(body.options as readonly JsonValue[]), ...(server.more ?? [])];
	return recorded({
		deploymentConfig: server.extra
			? { body: { ...(body as Record<string, JsonValue>), options } }
			: { value: parsed(options) },
		buildInfo: {
			body: {
				version: server.reportedVersion ?? version.version,
				external_url: "",
				workspace_proxy: false,
				...(server.dashboardUrl && { dashboard_url: server.dashboardUrl }),
			},
		},
		...(server.features && { entitlements: { body: { features: server.features } } }),
		...(server.experiments && { experiments: { body: server.experiments } }),
		...(server.safe && { experimentsAvailable: { body: { safe: server.safe } } }),
	});
}

/**
 * Parses options one by one, because parsing a whole configuration takes 20 ms, and the hundreds of servers have most
 * options in common. Unlike in a whole answer, a secret isn't searched for in other options.
 */
function parsed(options: readonly JsonValue[]): DeploymentConfig {
	const configs = options.map((option) => parsedOption(formatJson(option)));
	return {
		options: configs.flatMap((config) => config.options),
		masked: { options: configs.flatMap(({ masked }) => masked.options as readonly JsonValue[]) },
	};
}

const parsedOption = memoizeTexts((option) => configOf({ options: [parseJson(option)] }));

/** Returns the findings for a server with these options. */
export async function findingsAt(server: Server): Promise<readonly Finding[]> {
	return findingsOf((await deploymentOf(server)).snapshot);
}

function from(source: SettingSource, values: Readonly<Record<string, JsonValue>> = {}): Setting[] {
	return Object.entries(values).map(([option, value]) => ({
		option,
		value: value as Setting["value"],
		source,
	}));
}
