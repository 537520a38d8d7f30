import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import { DeploymentStore, type RequestEndpoint } from "../../../src/core/deployments/store.ts";
import { History } from "../../../src/core/history/history.ts";
import { HistoryRecorder } from "../../../src/core/history/recorder.ts";
import { saved } from "../../support/recorded.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { textOption } from "../../unit/comparison/options.ts";
import { temporaryFolder } from "./observations.ts";

const ids = ["buildInfo", "experiments", "deploymentConfig"] as const;

/** Returns the answer of a server with this version. */
function answerOf(version: string, id: EndpointId): unknown {
	const bodies = {
		buildInfo: { version, external_url: "", workspace_proxy: false },
		experiments: [`of-${version}`],
		deploymentConfig: { options: [textOption("CODER_A", version)] },
	};
	const parsed = parseAnswer(id, bodies[id as keyof typeof bodies]);
	assert.ok(parsed.ok);
	return parsed.value;
}

describe("the history recorder, with servers of two versions behind a load balancer", function () {
	this.timeout(slowMachine);
	let history: History;
	let recorder: HistoryRecorder;
	let store: DeploymentStore;
	let next: () => string;
	let now: number;
	/** The time between two answers of a refresh, in ms. */
	let apartMs: number;

	beforeEach(() => {
		apartMs = 0;
		history = new History(temporaryFolder(), (problem) => {
			throw new Error(problem);
		});
		recorder = new HistoryRecorder(history);
		const request = (id: EndpointId) => {
			const version = next();
			return Promise.resolve({
				ok: true,
				value: { value: answerOf(version, id), tookMs: 1 },
				headers: { version },
			});
		};
		store = new DeploymentStore(saved, request as unknown as RequestEndpoint, {
			now: () => (now += apartMs),
			random: () => 0,
		});
		store.onDidChange(() => {
			recorder.look(store);
		});
	});
	afterEach(() => {
		recorder.dispose();
		history.dispose();
		store.dispose();
	});

	const refresh = async (version: string | (() => string)): Promise<void> => {
		next = typeof version === "string" ? () => version : version;
		now = Date.now();
		await store.refresh(ids);
		await wait(600);
	};
	const recorded = async (): Promise<unknown[]> => {
		const snapshots = await Promise.all(
			(await history.ids(saved.key)).map((id) => history.read(saved.key, id)),
		);
		return snapshots.map((snapshot) => {
			const { version, experiments = [], config } = snapshot?.state ?? {};
			return [version, experiments[0], config?.options[0]?.value];
		});
	};
	const whole = (version: string): readonly string[] => [version, `of-${version}`, version];

	it("records a complete upgrade", async () => {
		await refresh("v1");
		await refresh("v2");
		assert.deepEqual(await recorded(), [whole("v1"), whole("v2")]);
	});

	it("records nothing while they respond in turn", async () => {
		await refresh("v1");
		let turn = 0;
		for (let round = 0; round < 6; round++) await refresh(() => (turn++ % 2 ? "v1" : "v2"));
		await refresh("v1");
		await refresh("v2");
		assert.deepEqual(await recorded(), [whole("v1")]);
	});

	it("records nothing the first time until only one version responds", async () => {
		let turn = 0;
		for (let round = 0; round < 3; round++) await refresh(() => (turn++ % 3 ? "v2" : "v1"));
		assert.deepEqual(await recorded(), []);
	});

	it("records nothing the first time while the build is that of a version that no longer responds", async () => {
		// One after the other, the answers look like an upgrade.
		apartMs = 1;
		let turn = 0;
		await refresh(() => (turn++ ? "v2" : "v1"));
		assert.deepEqual(await recorded(), []);
		await refresh("v2");
		assert.deepEqual(await recorded(), [whole("v2")]);
	});
});
