import assert from "node:assert/strict";
import { register } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Emitter } from "../../../src/core/base/event.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { Deployments } from "../../../src/core/deployments/deployments.ts";
import type { InFront } from "../../../src/ui/app/inFront.ts";
import { deploymentOfDocument } from "../../../src/ui/app/names.ts";
import type { Row } from "../../../src/ui/app/row.ts";
import type * as Stub from "./support/frontStub.ts";

const stubUrl = pathToFileURL(path.join(import.meta.dirname, "support/frontStub.ts")).href;
const resolve = `export const resolve = (name, context, next) =>
	next(
		name === "vscode" && context.parentURL?.includes("/src/ui/app/inFront")
			? ${JSON.stringify(stubUrl)}
			: name,
		context,
	);`;

const scheme = "coder-deployment";

describe("the deployment of a command without an argument", () => {
	let window: (typeof Stub)["window"];
	let Front: typeof InFront;
	const list = ["active", "panel", "document", "row"].map(
		(key) => ({ saved: { key } }) as unknown as Deployment,
	);
	const changed = new Emitter<void>();
	const selected = new Emitter<{ readonly selection: readonly Row[] }>();
	const view = { visible: true, onDidChangeSelection: selected.event };
	const deployments = {
		active: list[0],
		find: (key: string) => list.find(({ saved }) => saved.key === key),
		onDidChange: changed.event,
	};
	let panel: string | undefined;
	let front: InFront;

	before(async () => {
		register(`data:text/javascript,${encodeURIComponent(resolve)}`);
		({ window } = (await import(stubUrl)) as typeof Stub);
		Front = (await import("../../../src/ui/app/inFront.ts")).InFront;
	});
	beforeEach(() => {
		window.activeTextEditor = undefined;
		[panel, view.visible, deployments.active] = [undefined, true, list[0]];
		front = new Front(deployments as unknown as Deployments, view);
		front.addPanels(() => undefined);
		front.addPanels(() => panel);
	});
	afterEach(() => {
		front.dispose();
	});

	const key = (): string | undefined => front.deployment?.saved.key;
	const select = (owner: string | undefined): void => {
		selected.fire({ selection: [{ owner } as Row] });
	};
	const edit = (uri: object): void => {
		window.activeTextEditor = { document: { uri } };
	};

	it("is the active one if nothing else is in front", () => {
		assert.equal(key(), "active");
		edit({ scheme: "file", query: "document" });
		assert.equal(key(), "active");
	});

	it("is that of the panel, otherwise of the document, otherwise of the row", () => {
		select("row");
		assert.equal(key(), "row");
		edit({ scheme, query: "document" });
		assert.equal(key(), "document");
		panel = "panel";
		assert.equal(key(), "panel");
		panel = "signed out";
		assert.equal(key(), "document");
	});

	it("isn't that of a row in a hidden view, or of a row selected before another deployment became active", () => {
		select("row");
		view.visible = false;
		assert.equal(key(), "active");
		view.visible = true;
		changed.fire();
		assert.equal(key(), "row");
		deployments.active = list[1];
		changed.fire();
		assert.equal(key(), "panel");
		select(undefined);
		assert.equal(key(), "panel");
	});

	it("is parsed from the URIs of documents, whatever they contain", () => {
		const of = (query: unknown) =>
			deploymentOfDocument({
				scheme,
				query: typeof query === "string" ? query : JSON.stringify(query),
			});
		const [left, right] = [
			{ kind: "snapshot", deployment: "l" },
			{ kind: "deployment", deployment: "r" },
		];
		assert.deepEqual(
			[
				of("key"),
				of({ deployment: "key", format: "env" }),
				of({ which: "left", left, right }),
				of({ which: "right", left, right }),
				of({ which: "right", left, right: { kind: "file", uri: "x" } }),
				of({ which: 1, left: null, right: [] }),
				of({ deployment: 1 }),
				of("{"),
				deploymentOfDocument({ scheme: "file", query: "key" }),
			],
			["key", "key", "l", "r", "l", undefined, undefined, undefined, undefined],
		);
	});
});
