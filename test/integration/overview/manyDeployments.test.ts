import assert from "node:assert/strict";
import { Emitter, DisposableStore } from "../../../src/core/base/event.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { DeploymentStore, type RequestEndpoint } from "../../../src/core/deployments/store.ts";
import { Watchers } from "../../../src/core/deployments/watchers.ts";
import type { Row } from "../../../src/ui/app/row.ts";
import { Contributions } from "../../../src/ui/app/contributions.ts";
import type { RowTree } from "../../../src/ui/app/front.ts";
import type { Services } from "../../../src/ui/app/services.ts";
import type { MoreSection } from "../../../src/core/overview/outline.ts";
import type { AttentionSource } from "../../../src/core/deployments/attention.ts";
import { FakeTimeouts } from "../../support/fakeTimeouts.ts";
import { saved } from "../../support/recorded.ts";
import { replaceVscode } from "../../support/replaceVscode.ts";
import { stubVscode } from "../../support/vscodeStub.ts";
import { treeImporters, treeStub } from "../../unit/overview/support/treeStub.ts";

const count = 20;
const never = new Emitter<never>().event;

describe("an answer of one of twenty deployments", () => {
	const time = new FakeTimeouts();
	let list: Deployment[];
	let subscriptions: DisposableStore;
	let changed: Emitter<Deployment>;
	let listChanged: Emitter<void>;
	let sections: Contributions<MoreSection>;
	let fireSection: Emitter<string | undefined>;
	/** What was computed since {@link forget}: the keys of deployments. */
	let drawn: string[];
	let counted: string[];
	let redrawn: (readonly string[] | "root")[];
	let tree: RowTree;

	before(function () {
		this.timeout(20_000);
		replaceVscode(treeStub, treeImporters);
		stubVscode({
			window: { state: { focused: true }, onDidChangeWindowState: never },
			workspace: {
				getConfiguration: () => ({ inspect: () => undefined }),
				onDidChangeConfiguration: never,
			},
			commands: { executeCommand: () => Promise.resolve() },
		});
		list = Array.from({ length: count }, (_nothing, index) => {
			const name = `Deployment ${String(index)}`;
			let patch = 0;
			const request: RequestEndpoint = () => {
				const version = `v2.35.${String(++patch)}`;
				const value = { version, externalUrl: "", dashboardUrl: "" } as never;
				return Promise.resolve({ ok: true, value: { value, tookMs: 1 } });
			};
			return new DeploymentStore({ ...saved, key: keyOf(index), name }, request);
		});
	});
	beforeEach(async () => {
		time.start();
		subscriptions = new DisposableStore();
		[changed, listChanged] = [new Emitter(), new Emitter()];
		sections = new Contributions<MoreSection>();
		const attention = new Contributions<AttentionSource>();
		fireSection = new Emitter();
		[drawn, counted, redrawn] = [[], [], []];
		sections.add(({ saved: { key } }) => {
			drawn.push(key);
			return { id: `${key}/more`, label: "More" };
		}, fireSection.event);
		attention.add(({ saved: { key } }) => {
			counted.push(key);
			return {};
		});
		for (const deployment of list) {
			subscriptions.add(
				deployment.onDidChange(() => {
					changed.fire(deployment);
				}),
			);
		}
		const deployments = {
			list,
			listed: list,
			active: list[3],
			seenUrls: [],
			find: (key: string) => list.find((one) => one.saved.key === key),
			onDidChange: listChanged.event,
			onDidChangeDeployment: changed.event,
		};
		const { registerOverview } = await import("../../../src/ui/overview/register.ts");
		registerOverview({
			attention,
			commands: { onDeployment: () => undefined },
			deployments,
			front: {
				view: {
					visible: true,
					onDidChangeVisibility: never,
					onDidExpandElement: never,
					onDidCollapseElement: never,
				},
				rows: {
					attach: (attached: RowTree) => {
						tree = attached;
						tree.onDidChangeTreeData((rows) => {
							redrawn.push(rows?.map(({ node }) => node.id) ?? "root");
						});
					},
				},
			},
			muting: { muted: () => undefined, onDidChange: never },
			network: { insecureBecause: () => undefined, onDidChange: never },
			samples: {},
			sections,
			subscriptions,
			watchers: new Watchers(),
		} as unknown as Services);
		// The first answer counts what needs attention everywhere.
		await answer(0);
		for (const root of tree.getChildren()) rows(root);
		[drawn, counted, redrawn] = [[], [], []];
	});
	afterEach(() => {
		subscriptions.dispose();
		time.stop();
	});

	const rows = (row: Row): Row[] => [row, ...tree.getChildren(row).flatMap(rows)];
	/** Lets a deployment respond, and everything be drawn. */
	const answer = async (index: number): Promise<void> => {
		const deployment = list[index] ?? assert.fail();
		await deployment.refresh(["buildInfo"]);
		time.tick(1000);
	};

	for (const [what, index] of [
		["the active deployment", 3],
		["another one", 7],
	] as const) {
		it(`draws and counts only that deployment, ${what}`, async () => {
			await answer(index);
			assert.deepEqual(new Set(drawn), new Set([keyOf(index)]));
			assert.deepEqual(new Set(counted), new Set([keyOf(index)]));
		});
	}

	it("redraws no row of another deployment", async () => {
		await answer(7);
		assert.ok(redrawn.length > 0);
		for (const ids of redrawn) {
			assert.notEqual(ids, "root");
			for (const id of ids) assert.ok(id.startsWith(keyOf(7)), id);
		}
	});

	it("keeps the rows of the others as VS Code knows them", async () => {
		const before = tree.getChildren();
		await answer(7);
		assert.deepEqual(
			tree.getChildren().map((row, index) => row === before[index]),
			before.map(() => true),
		);
		assert.equal(tree.find(`${keyOf(9)}/more`)?.owner, keyOf(9));
	});

	it("draws one deployment if only its contribution changed, and all if every one may have", () => {
		fireSection.fire(keyOf(5));
		time.tick(1000);
		assert.deepEqual(drawn, [keyOf(5)]);
		drawn.length = 0;
		fireSection.fire(undefined);
		time.tick(1000);
		assert.deepEqual(
			drawn,
			list.map(({ saved: { key } }) => key),
		);
	});

	it("draws all again after a minute, because rows contain ages", async () => {
		const { now } = Date;
		try {
			Date.now = () => now() + 61_000;
			await answer(7);
		} finally {
			Date.now = now;
		}
		assert.equal(new Set(drawn).size, count);
	});
});

function keyOf(index: number): string {
	return `key-${String(index).padStart(2, "0")}`;
}
