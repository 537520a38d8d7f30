import { findingsOf } from "../../../../src/core/findings/findingsOf.ts";
import type { Finding } from "../../../../src/core/findings/finding.ts";
import type { Deployment } from "../../../../src/core/deployments/deployment.ts";
import type { JsonValue } from "../../../../src/core/base/json.ts";
import {
	deploymentConfig,
	optionValues,
} from "../../../sample-deployment/config/deploymentConfig.ts";
import type { Setting, SettingSource } from "../../../sample-deployment/config/settings.ts";
import { serverVersion, type VersionId } from "../../../sample-deployment/versions.ts";
import { recorded } from "../../../support/recorded.ts";

/** What a server is started with. */
export interface Server {
	/** `current` unless given. */
	readonly version?: VersionId;
	/** Values of options by id, set by environment variables. Durations in nanoseconds. */
	readonly env?: Readonly<Record<string, JsonValue>>;
	/** Values of options by id, set by flags. */
	readonly flags?: Readonly<Record<string, JsonValue>>;
	/** What `/experiments` answers; not asked unless given. */
	readonly experiments?: readonly string[];
	/** What `/experiments/available` answers; not asked unless given. */
	readonly safe?: readonly string[];
	/** What `/buildinfo` calls the access URL. */
	readonly dashboardUrl?: string;
	/** The features that `/entitlements` tells; not asked unless given. */
	readonly features?: Readonly<Record<string, JsonValue>>;
	/** True for the sample company's whole configuration, false for nothing but the settings above. */
	readonly company?: boolean;
	/** Options as the server sends them, added at the end. */
	readonly more?: readonly JsonValue[];
	/** Number of made-up options. */
	readonly extra?: number;
}

/** Reading a whole configuration takes 10 ms, and several tests look at the same servers. */
const asked = new WeakMap<Server, Promise<Deployment>>();

/** A deployment whose server was started so and was asked. */
export function deploymentOf(server: Server): Promise<Deployment> {
	const deployment = asked.get(server) ?? ask(server);
	asked.set(server, deployment);
	return deployment;
}

async function ask(server: Server): Promise<Deployment> {
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
		deploymentConfig: { body: { ...(body as Record<string, JsonValue>), options } },
		buildInfo: {
			body: {
				version: version.version,
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

/** The findings at a server that was started so. */
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
