import assert from "node:assert/strict";
import { Emitter } from "../../../src/core/base/event.ts";
import type { OutlineNode } from "../../../src/core/overview/node.ts";
import { OpenDeployments } from "../../../src/ui/overview/openDeployments.ts";

interface Row {
	readonly node: OutlineNode;
}

/** Stubs of the view and the tree that know what is open. */
function setUp() {
	const [expanded, collapsed, childrenRequested] = [
		new Emitter<Row>(),
		new Emitter<Row>(),
		new Emitter<Row>(),
	];
	const elements = (emitter: Emitter<Row>) => (listener: (event: { element: Row }) => unknown) =>
		emitter.event((element) => listener({ element }));
	const view = {
		onDidExpandElement: elements(expanded),
		onDidCollapseElement: elements(collapsed),
	};
	const open = new OpenDeployments(
		view as unknown as ConstructorParameters<typeof OpenDeployments>[0],
		{ onDidRequestChildren: childrenRequested.event } as unknown as ConstructorParameters<
			typeof OpenDeployments
		>[1],
	);
	let changes = 0;
	open.onDidChange(() => {
		changes += 1;
	});
	const deployment = { node: { id: "key", label: "", deployment: "key" } };
	const section = { node: { id: "key/build", label: "" } };
	return {
		open,
		expanded,
		collapsed,
		childrenRequested,
		deployment,
		section,
		changes: () => changes,
	};
}

describe("deployments that are expanded in the view", () => {
	it("are empty at first, along with those that VS Code expanded", () => {
		const { open, childrenRequested, deployment, section, changes } = setUp();
		assert.equal(open.has("key"), false);
		childrenRequested.fire(section);
		assert.equal(open.has("key"), false);
		childrenRequested.fire(deployment);
		childrenRequested.fire(deployment);
		assert.equal(open.has("key"), true);
		assert.equal(changes(), 1);
	});

	it("are the ones that the user last expanded, whatever VS Code requests afterward", () => {
		const { open, childrenRequested, expanded, collapsed, deployment, section, changes } = setUp();
		expanded.fire(deployment);
		collapsed.fire(section);
		assert.equal(open.has("key"), true);
		collapsed.fire(deployment);
		childrenRequested.fire(deployment);
		assert.equal(open.has("key"), false);
		expanded.fire(deployment);
		assert.equal(open.has("key"), true);
		assert.equal(changes(), 3);
	});

	it("are no longer tracked after disposal", () => {
		const { open, childrenRequested, deployment, changes } = setUp();
		open.dispose();
		childrenRequested.fire(deployment);
		assert.equal(changes(), 0);
	});
});
