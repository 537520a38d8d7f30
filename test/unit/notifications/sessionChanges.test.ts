import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { ServerState } from "../../../src/core/deployments/server.ts";
import { SessionChanges } from "../../../src/core/notifications/sessionChanges.ts";
import { textOption } from "../comparison/options.ts";
import { recorded, recordedAt } from "../../support/recorded.ts";

/** A deployment whose answers a test changes. */
type Changing = { -readonly [K in keyof Deployment]: Deployment[K] };

const calm: ServerState = { versions: [], inARow: 0, warnings: [] };

const answers = (experiments: readonly string[], value: string) =>
	recorded({
		buildInfo: { body: { version: "v2.35.1" } },
		experiments: { body: [...experiments] },
		deploymentConfig: { body: { options: [textOption("CODER_A", value)] } },
	});

describe("changes while a window is open", () => {
	let changes: SessionChanges;
	let deployment: Changing;

	beforeEach(() => {
		changes = new SessionChanges();
		deployment = { server: calm } as unknown as Changing;
	});

	/** Returns what's seen after other answers, as texts. */
	const after = async (experiments: readonly string[], value: string, at = recordedAt) => {
		deployment.snapshot = (await answers(experiments, value)).snapshot;
		return changes.of(deployment, at)?.map(({ before, at: seenAt, changes: now, back }) => {
			assert.equal(before, "");
			const text = (all: typeof now | undefined) => all?.map((one) => `${one.id} ${one.text}`);
			return [seenAt - recordedAt, text(now), text(back)];
		});
	};

	it("are none at first, and then those of options and experiments, newest first", async () => {
		assert.deepEqual(await after(["a"], "x"), []);
		assert.deepEqual(await after(["a"], "x"), []);
		const option = [1, ["CODER_A x → y"], ["CODER_A y → x"]];
		assert.deepEqual(await after(["a"], "y", recordedAt + 1), [option]);
		const experiment = [2, ["b Not enabled → Enabled"], ["b Enabled → Not enabled"]];
		assert.deepEqual(await after(["a", "b"], "y", recordedAt + 2), [experiment, option]);
		assert.deepEqual(await after(["a", "b"], "y", recordedAt + 3), [experiment, option]);
	});

	it("are listed once, and not together with their reversal", async () => {
		await after([], "x");
		await after([], "y", recordedAt + 1);
		const back = await after([], "x", recordedAt + 2);
		assert.deepEqual(back, [[2, ["CODER_A y → x"], ["CODER_A x → y"]]]);
		const again = await after([], "y", recordedAt + 3);
		assert.deepEqual(again, [[3, ["CODER_A x → y"], ["CODER_A y → x"]]]);
	});

	it("are at most fifty", async () => {
		await after([], "0");
		for (let value = 1; value <= 55; value++) await after([], String(value), recordedAt + value);
		const seen = await after([], "55");
		assert.equal(seen?.length, 50);
		assert.equal(seen[0]?.[0], 55);
	});

	it("are unknown while answers are pending, or come from several versions", async () => {
		await after([], "x");
		deployment.snapshot = (await answers([], "y")).snapshot;
		const { snapshot } = deployment;
		deployment.snapshot = { ...snapshot, experiments: { ...snapshot.experiments, loading: true } };
		assert.equal(changes.of(deployment, recordedAt), undefined);
		deployment.snapshot = snapshot;
		const version = (name: string) => ({ version: name, firstAt: recordedAt, lastAt: recordedAt });
		deployment.server = { ...calm, versions: [version("v2.36.0"), version("v2.35.1")] };
		assert.equal(changes.of(deployment, recordedAt), undefined);
		deployment.server = calm;
		assert.equal(changes.of(deployment, recordedAt)?.length, 1);
	});
});
