import assert from "node:assert/strict";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { ApiFailure } from "../../../src/core/http/failure.ts";
import type { DeploymentConfig } from "../../../src/core/coder/model.ts";
import { initialServerState } from "../../../src/core/deployments/server.ts";
import type { Slot, Snapshot } from "../../../src/core/deployments/slot.ts";
import { ContentMaker } from "../../../src/ui/configuration/panelContent.ts";
import { harbour } from "./support/options.ts";

const failure = (kind: ApiFailure["kind"]): ApiFailure => ({
	kind,
	message: "It went wrong.",
	advice: "Try again.",
	action: "retry",
	causes: [],
});

function deployment(slot: Partial<Slot<DeploymentConfig>>): Deployment {
	return {
		saved: {
			key: "k",
			url: "https://harbour.example/a",
			name: "Harbour",
			account: { id: "1", username: "ann" },
		},
		snapshot: {
			deploymentConfig: { loading: false, ...slot },
			buildInfo: { loading: false },
		} as Snapshot,
		onDidChange: () => ({ dispose: () => undefined }),
		server: initialServerState,
		refresh: () => Promise.resolve(),
		refreshShared: () => Promise.resolve(),
		checkHealth: () => Promise.resolve(),
		cancel: () => undefined,
		dispose: () => undefined,
	};
}

describe("content of a panel", () => {
	const make = (slot: Partial<Slot<DeploymentConfig>>) =>
		new ContentMaker(false).make(deployment(slot));

	it("is a problem while the user is signed out", () => {
		const content = new ContentMaker(false).make(undefined);
		assert.equal(content.problem?.action, "Sign In");
		assert.equal(content.deployment, undefined);
	});

	it("is a loading state until the first answer", () => {
		assert.equal(make({}).loading, true);
		assert.equal(make({ loading: true }).loading, true);
		assert.deepEqual(make({}).deployment, {
			key: "k",
			name: "Harbour",
			url: "https://harbour.example/a",
			host: "harbour.example/a",
		});
	});

	it("contains the options and their age", () => {
		const content = make({ value: harbour(), at: 5 });
		assert.equal(content.view?.total, 14);
		assert.equal(content.at, 5);
		assert.equal(content.problem, undefined);
	});

	it("contains the old options and the problem if the last request failed", () => {
		const content = make({ value: harbour(), failure: failure("timeout") });
		assert.equal(content.view?.total, 14);
		assert.equal(content.problem?.action, "Retry");
	});

	it("contains only the problem if the account can no longer read the options", () => {
		assert.equal(make({ value: harbour(), failure: failure("forbidden") }).view, undefined);
	});

	it("is the first part of the options for an empty page, and all of them afterwards", () => {
		const maker = new ContentMaker(false);
		const one = deployment({ value: harbour(), at: 5 });
		const beginning = maker.make(one, [], 6);
		assert.equal(beginning.partial, true);
		assert.equal(beginning.view?.total, 14);
		assert.deepEqual(
			beginning.view.groups.map(({ id, rows }) => [id, rows.length]),
			[
				["Web", 2],
				["Web/TLS", 3],
				["Mail", 1],
			],
		);
		const whole = maker.make(one);
		assert.equal(whole.partial, undefined);
		assert.equal(whole.view?.groups.flatMap(({ rows }) => rows).length, 14);
		assert.deepEqual(
			beginning.view.groups.flatMap(({ rows }) => rows),
			whole.view.groups.flatMap(({ rows }) => rows).slice(0, 6),
		);
		// All rows exist by now, so a recreated page doesn't need to wait.
		assert.equal(maker.make(one, [], 6).view, whole.view);
	});

	it("is complete immediately if there are few options", () => {
		const { partial, view } = new ContentMaker(false).make(
			deployment({ value: harbour() }),
			[],
			14,
		);
		assert.deepEqual([partial, view?.total], [undefined, 14]);
	});

	it("has a new revision only if the options changed", () => {
		const maker = new ContentMaker(false);
		const config = harbour();
		const first = maker.make(deployment({ value: config }));
		const same = maker.make(deployment({ value: harbour(), at: 9 }));
		assert.equal(same.revision, first.revision);
		assert.equal(same.view, first.view);
		const fewer = maker.make(
			deployment({ value: { ...config, options: config.options.slice(1) } }),
		);
		assert.notEqual(fewer.revision, first.revision);
	});
});
