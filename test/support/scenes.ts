import { AxiosTransport } from "../../src/core/http/axiosTransport.ts";
import { CoderClient } from "../../src/core/http/client.ts";
import { DeploymentStore } from "../../src/core/deployments/store.ts";
import {
	startSampleDeployment,
	type SampleDeployment,
	type SampleDeploymentOptions,
} from "../sample-deployment/server.ts";
import { saved } from "./recorded.ts";
import { recordingLogger } from "./recordingLogger.ts";

/** The time in all scenes, in ms since the epoch. */
export const now = Date.parse("2026-03-05T10:00:00Z");

type TokenName = keyof SampleDeployment["tokens"];

/** Returns a store for a running sample deployment whose answers always take the same time. */
function storeOf(sample: SampleDeployment, name: TokenName): DeploymentStore {
	const connection = {
		url: sample.url,
		token: () => Promise.resolve(sample.tokens[name]),
		userAgent: "coder-deployment-tests",
	};
	const client = new CoderClient(new AxiosTransport(), connection, recordingLogger());
	return new DeploymentStore(
		saved,
		async (id, signal, force) => {
			const outcome = await client.get(id, signal, force);
			return outcome.ok ? { ...outcome, value: { ...outcome.value, tookMs: 12 } } : outcome;
		},
		{ now: () => now, random: () => 0 },
	);
}

/** A deployment in a certain state. */
export interface Scene {
	readonly options?: SampleDeploymentOptions;
	readonly token?: TokenName;
	/** Prepares the deployment before the first refresh. */
	readonly before?: (sample: SampleDeployment) => unknown;
	/** Changes it after that, before a second refresh. */
	readonly after?: (sample: SampleDeployment) => unknown;
}

/** Returns a refreshed deployment, and the host and port of its server, which is closed by then. */
export async function play(scene: Scene): Promise<{ store: DeploymentStore; host: string }> {
	const { options, token = "owner", before, after } = scene;
	const sample = await startSampleDeployment({ clock: () => now, ...options });
	try {
		await before?.(sample);
		const store = storeOf(sample, token);
		await store.refresh();
		if (after) {
			await after(sample);
			await store.refresh();
		}
		return { store, host: new URL(sample.url).host };
	} finally {
		await sample.close();
	}
}

/** The states in which users see a deployment. */
const all = {
	"owner-current": {},
	"owner-up-to-date": { options: { updateState: "current" } },
	"owner-not-configured": { options: { configured: false, updateState: "notChecked" } },
	"auditor-ahead-of-stable": { options: { updateState: "aheadOfStable" }, token: "auditor" },
	"member-current": { token: "member" },
	"owner-old": { options: { version: "old" } },
	"owner-ancient": { options: { version: "ancient" } },
	"owner-dev": { options: { version: "dev", updateState: "notChecked" } },
	"stats-processing": { options: { statsState: "processing" } },
	"stats-idle": { options: { statsState: "idle" } },
	"stats-unknown-numbers": {
		before: (sample) => {
			sample.setStats({
				body: {
					workspaces: { dormant: 4 },
					session_count: { zed: 2 },
					session_counts: { vscode: { "1.100": 3 } },
				},
			});
		},
	},
	"experiments-wildcard": {
		before: (sample) => {
			sample.setExperiments(["*", "oauth2"]);
		},
	},
	"token-ends-soon": { options: { tokenLifetimeMs: 5 * 3_600_000 } },
	"unreachable-from-the-start": { before: (sample) => sample.stop() },
	"unreachable-later": { after: (sample) => sample.stop() },
	"session-ended-from-the-start": { token: "expired" },
	"session-ended-later": {
		after: (sample) => {
			sample.revokeToken("owner");
		},
	},
	"license-warnings": {
		options: {
			entitlementWarnings: [
				"Your license expires in 5 days.",
				"Your deployment has 120 active users, but is only licensed for 100.",
			],
		},
	},
	"owner-sick": {
		options: {
			conditions: {
				troubles: ["database", "derp", "proxy", "provisioners"],
				dismissed: ["WorkspaceProxy"],
				license: "ending",
				waitingJobs: 3,
				replicas: "apart",
				announcements: ["Maintenance on **Saturday**, 06:00 UTC"],
			},
		},
	},
	"owner-access-url-broken": { options: { conditions: { troubles: ["accessUrl"] } } },
	"owner-sign-in-page": {
		options: { conditions: { troubles: ["stranger"], license: "grace" } },
	},
	"owner-unlicensed": {
		options: { conditions: { license: "none", troubles: ["noProvisioners"] } },
	},
	"owner-without-licensed-features": { options: { conditions: { license: "agpl" } } },
	"owner-slow-health": { options: { conditions: { slowHealth: true } } },
	"owner-elsewhere": { options: { accessUrl: "https://login.harbour.example" } },
	"one-section-failed": {
		after: (sample) => {
			sample.setFault("deploymentStats", { kind: "truncatedJson" });
			sample.setFault("deploymentSsh", { kind: "status", status: 503 });
		},
	},
} as const satisfies Readonly<Record<string, Scene>>;

export type SceneName = keyof typeof all;

export const scenes: Readonly<Record<SceneName, Scene>> = all;
