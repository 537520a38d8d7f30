import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import type * as vscode from "vscode";
import { Emitter } from "../../../src/core/base/event.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { Snapshot } from "../../../src/core/deployments/slot.ts";
import type { Logger } from "../../../src/core/base/logger.ts";
import type { DeploymentConfig } from "../../../src/core/coder/model.ts";
import { Watchers } from "../../../src/core/deployments/watchers.ts";
import type { PanelContent } from "../../../src/protocol/configuration.ts";
import type { ConfigPanel } from "../../../src/ui/configuration/configPanel.ts";
import { option } from "../../unit/configuration/support/options.ts";
import { writePages } from "../panels/support/pageFiles.ts";
import { stubVscode } from "../panels/support/stubVscode.ts";
import type { FakePanel } from "../panels/support/vscodeStub.ts";

/** More options than a page contains from the start. */
const options = Array.from({ length: 40 }, (_unused, index) => option({ id: `CODER_${index}` }));

const unexpected = (...report: readonly unknown[]): void => {
	throw new Error(JSON.stringify(report));
};

describe("a configuration panel", () => {
	let Fake: typeof FakePanel;
	let Panel: typeof ConfigPanel;
	let panel: FakePanel;
	let snapshot: Pick<Snapshot, "deploymentConfig" | "buildInfo">;
	let learned: Emitter<undefined>;
	let folder: string;

	before(async function () {
		this.timeout(20_000);
		folder = await writePages();
		({ FakePanel: Fake } = await stubVscode());
		({ ConfigPanel: Panel } = await import("../../../src/ui/configuration/configPanel.ts"));
	});
	after(() => rm(folder, { recursive: true }));
	beforeEach(() => {
		const config: DeploymentConfig = { options, masked: {} };
		snapshot = {
			deploymentConfig: { loading: false, failures: 0, value: config, at: 1 },
			buildInfo: { loading: false, failures: 0 },
		};
		learned = new Emitter();
		panel = new Fake();
		open();
	});

	function open(): ConfigPanel {
		const deployment = {
			saved: { key: "k", url: "https://harbour.example", name: "Harbour" },
			get snapshot() {
				return snapshot;
			},
			onDidChange: learned.event,
			refreshShared: () => Promise.resolve(),
		} as unknown as Deployment;
		return new Panel(
			panel as unknown as vscode.WebviewPanel,
			{
				extensionUri: { fsPath: folder } as unknown as vscode.Uri,
				log: { warn: unexpected } as unknown as Logger,
				reportViolation: unexpected,
				watchers: new Watchers(),
				deployments: {
					active: deployment,
					find: () => deployment,
					onDidChange: new Emitter<void>().event,
				},
				run: () => Promise.resolve(),
			},
			"k",
		);
	}

	/** Reports a change of the deployment that the page shows. */
	function change(at: number): void {
		snapshot = { ...snapshot, deploymentConfig: { ...snapshot.deploymentConfig, at } };
		learned.fire(undefined);
	}

	const contents = (): readonly PanelContent[] =>
		(panel.posted as { readonly content: PanelContent }[]).map(({ content }) => content);
	const rows = ({ view }: PanelContent): number =>
		view?.groups.reduce((sum, group) => sum + group.rows.length, 0) ?? 0;

	it("is created with its first options, and sends all of them once those are painted", () => {
		assert.match(panel.webview.html, /CODER_0"/);
		assert.doesNotMatch(panel.webview.html, /CODER_39"/);
		panel.post({ type: "ready" });
		assert.deepEqual(panel.posted, []);
		panel.post({ type: "drawn" });
		assert.deepEqual(contents().map(rows), [40]);
	});

	it("sends changes only once the first options are painted", () => {
		change(2);
		panel.post({ type: "ready" });
		change(3);
		assert.deepEqual(panel.posted, []);
		panel.post({ type: "drawn" });
		change(3);
		change(4);
		assert.deepEqual(
			contents().map(({ at }) => at),
			[3, 4],
		);
	});

	it("sends all options to a page that was hidden, even if it was hidden before it was ready", () => {
		for (const before of [[], ["ready"], ["ready", "drawn"]]) {
			panel = new Fake();
			open();
			for (const type of before) panel.post({ type });
			panel.posted.length = 0;
			panel.show(false);
			assert.doesNotMatch(panel.webview.html, /CODER_0"/);
			panel.show(true);
			panel.post({ type: "ready" });
			assert.deepEqual(contents().map(rows), [40], `after ${before.join(", ")}`);
		}
	});
});
