import assert from "node:assert/strict";
import "../support/stable.ts";
import { AxiosTransport } from "../../../../src/core/axiosTransport.ts";
import { CoderClient } from "../../../../src/core/client.ts";
import type { Deployment } from "../../../../src/core/deployment.ts";
import { outline } from "../../../../src/core/outline/outline.ts";
import { DeploymentStore } from "../../../../src/core/store.ts";
import {
	secretMark,
	startSampleDeployment,
	tokenMark,
	type SampleDeployment,
	type SampleDeploymentOptions,
} from "../../../sample-deployment/server.ts";
import { assertGolden } from "../support/golden.ts";
import { printOutline } from "../support/printOutline.ts";
import { known, recorded } from "../support/recorded.ts";
import { recordingLogger } from "../support/recordingLogger.ts";
import { slowMachine } from "../support/slowMachine.ts";

const now = Date.parse("2026-03-05T10:00:00Z");

type TokenName = keyof SampleDeployment["tokens"];

/** A store of a running sample deployment; its answers always take the same time. */
function storeOf(sample: SampleDeployment, name: TokenName): DeploymentStore {
	const connection = {
		url: sample.url,
		token: () => Promise.resolve(sample.tokens[name]),
		userAgent: "coder-deployment-tests",
	};
	const client = new CoderClient(new AxiosTransport(), connection, recordingLogger());
	return new DeploymentStore(
		known,
		async (id, signal) => {
			const outcome = await client.get(id, signal);
			return outcome.ok ? { ok: true, value: { ...outcome.value, tookMs: 12 } } : outcome;
		},
		() => now,
		() => 0,
	);
}

interface Scene {
	readonly options?: SampleDeploymentOptions;
	readonly token?: TokenName;
	/** Prepares the deployment before everything is asked. */
	readonly before?: (sample: SampleDeployment) => unknown;
	/** Changes it after that; then everything is asked again. */
	readonly after?: (sample: SampleDeployment) => unknown;
}

/** The tree that a deployment shows, as text. */
async function draw({ options, token = "owner", before, after }: Scene): Promise<string> {
	const sample = await startSampleDeployment({ clock: () => now, ...options });
	try {
		await before?.(sample);
		const store = storeOf(sample, token);
		await store.refresh();
		if (after) {
			await after(sample);
			await store.refresh();
		}
		return print(store).replaceAll(new URL(sample.url).host, "HOST:PORT");
	} finally {
		await sample.close();
	}
}

function print(deployment: Deployment): string {
	const text = printOutline(outline([deployment], deployment, now));
	assert.ok(!text.includes(secretMark) && !text.includes(tokenMark), "no secret is shown");
	return text;
}

const scenes: Readonly<Record<string, Scene>> = {
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
	"one-section-failed": {
		after: (sample) => {
			sample.setFault("deploymentStats", { kind: "truncatedJson" });
			sample.setFault("deploymentSsh", { kind: "status", status: 503 });
		},
	},
};

describe("the tree as text", function () {
	this.timeout(slowMachine);

	for (const [name, scene] of Object.entries(scenes)) {
		it(name, async () => {
			assertGolden(name, await draw(scene));
		});
	}

	it("empty", async () => {
		assertGolden("empty", print(await recorded({})));
	});

	it("loading", () => {
		const store = new DeploymentStore(known, () => new Promise(() => undefined));
		void store.refresh();
		assertGolden("loading", print(store));
	});

	it("several", async () => {
		const first = await recorded({ buildInfo: { body: { version: "v2.35.1+8b44bd6" } } });
		const second = await recorded({ buildInfo: { body: { version: "v2.15.0+190cd1c" } } });
		second.known = { ...known, key: "second", name: "Staging" };
		const nodes = outline([first, second], second, now);
		assertGolden("several", printOutline(nodes.map((node) => ({ ...node, children: [] }))));
	});
});
