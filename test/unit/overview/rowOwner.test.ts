import assert from "node:assert/strict";
import type * as vscode from "vscode";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { Deployments } from "../../../src/core/deployments/deployments.ts";
import { outline } from "../../../src/core/overview/outline.ts";
import type { Row } from "../../../src/ui/app/row.ts";
import type { reorderByDragging } from "../../../src/ui/overview/reorder.ts";
import type { OverviewTree } from "../../../src/ui/overview/tree.ts";
import { saved, recorded, recordedAt } from "../../support/recorded.ts";
import { replaceVscode } from "../../support/replaceVscode.ts";
import { treeImporters, treeStub } from "./support/treeStub.ts";

/** A server can use any key: no prefix distinguishes these. */
const keys = ["0d3cd1a5", "0d3cd1a5/build", "0d3cd1a5/x", "0d3cd1a5%2Fx", "https://a.example/x"];

describe("tree rows", () => {
	let Tree: typeof OverviewTree;
	let reorder: typeof reorderByDragging;
	let list: Deployment[];

	before(async function () {
		this.timeout(20_000);
		replaceVscode(treeStub, treeImporters);
		Tree = (await import("../../../src/ui/overview/tree.ts")).OverviewTree;
		reorder = (await import("../../../src/ui/overview/reorder.ts")).reorderByDragging;
		list = await Promise.all(
			keys.map(async (key) => {
				const deployment = await recorded({});
				deployment.saved = { ...saved, key, name: `\u202e${key}\nx\u001b[31m` };
				return deployment;
			}),
		);
	});

	const rows = (tree: OverviewTree, row?: Row): Row[] =>
		tree.getChildren(row).flatMap((child) => [child, ...rows(tree, child)]);
	const draw = () =>
		new Tree(
			() => undefined,
			() => outline(list, list[0], recordedAt),
		);

	it("belong to the deployment above them, whatever others are called", () => {
		const tree = draw();
		for (const [index, root] of tree.getChildren().entries()) {
			const below = rows(tree, root);
			assert.ok(below.length > 5, `${below.length} rows`);
			for (const row of [root, ...below]) {
				assert.equal(row.owner, keys[index], row.node.id);
				assert.equal(tree.find(row.node.id), row);
			}
		}
	});

	it("are on one line each, in reading order", () => {
		const tree = draw();
		for (const row of rows(tree)) {
			const item = tree.getTreeItem(row);
			const texts = [item.label, item.description, item.accessibilityInformation?.label];
			assert.doesNotMatch(JSON.stringify(texts), /[\p{Cc}\p{Bidi_Control}]|\\[nrtu]/u, row.node.id);
		}
	});

	it("accept a dropped deployment for their own deployment", async () => {
		const moved: unknown[] = [];
		const deployments = {
			findListed: (key: string) => list.find((one) => one.saved.key === key),
			move: (dragged: Deployment, before: Deployment | undefined) => {
				moved.push([dragged.saved.key, before?.saved.key]);
				return Promise.resolve();
			},
		} as unknown as Deployments;
		const controller = reorder(() => Promise.resolve({ deployments }));
		const tree = draw();
		const [first, second, third] = tree.getChildren();
		assert.ok(first && second && third);
		const drop = async (from: Row, target: Row | undefined): Promise<void> => {
			const transfer = new Map<string, vscode.DataTransferItem>() as unknown as vscode.DataTransfer;
			await controller.handleDrag?.([from], transfer, {} as never);
			await controller.handleDrop?.(target, transfer, {} as never);
		};
		for (const target of [second, ...rows(tree, second)]) await drop(third, target);
		assert.deepEqual(
			[...new Set(moved.map((one) => JSON.stringify(one)))],
			[JSON.stringify([keys[2], keys[1]])],
		);
		moved.length = 0;
		await drop(first, undefined);
		// Only deployments can be dragged.
		for (const inner of rows(tree, first)) await drop(inner, second);
		assert.deepEqual(moved, [[keys[0], undefined]]);
	});
});
