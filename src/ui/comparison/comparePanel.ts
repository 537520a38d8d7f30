import * as vscode from "vscode";
import { changeRows, type ChangeRow } from "../../core/comparison/changeRow.ts";
import { compareOptions } from "../../core/comparison/compare.ts";
import { comparisonMarkdown } from "../../core/comparison/markdown.ts";
import type { Side } from "../../core/comparison/side.ts";
import type { CompareSources } from "../../core/comparison/source.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { t } from "../../core/base/l10n.ts";
import type {
	CompareContent,
	FromComparePanel,
	PanelSide,
	ToComparePanel,
} from "../../protocol/comparePanel.ts";
import { commandIds } from "../commands/commandIds.ts";
import { openDiff } from "./compareDocuments.ts";
import type { ComparePanelHost } from "./comparePanelHost.ts";
import { readFromComparePanel } from "./compareMessages.ts";
import { readSides } from "./compareSides.ts";
import { webviewHtml } from "../panels/webviewHtml.ts";

interface Comparison {
	readonly left: Side;
	readonly right: Side;
	readonly rows: readonly ChangeRow[];
}

type Handlers = {
	readonly [K in FromComparePanel["type"]]: (
		message: Extract<FromComparePanel, { type: K }>,
	) => unknown;
};

/** One comparison: it reads both sides, sends its page the differences, and does what the page asks for. */
export class ComparePanel implements Disposable {
	readonly #panel: vscode.WebviewPanel;
	readonly #host: ComparePanelHost;
	readonly #store = new DisposableStore();
	#sources: CompareSources;
	#comparison: Comparison | undefined;
	#problem: string | undefined;
	/** Counts the readings; an older one that ends late is not shown. */
	#reading = 0;
	#loading = false;

	constructor(
		panel: vscode.WebviewPanel,
		host: ComparePanelHost,
		sources: CompareSources,
		onClosed: () => void,
	) {
		this.#panel = panel;
		this.#host = host;
		this.#sources = sources;
		panel.title = t("Comparison");
		this.#store.add(
			panel.onDidDispose(() => {
				this.#reading = -1;
				this.#store.dispose();
				onClosed();
			}),
		);
		this.#store.add(
			panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
		);
		panel.webview.html = webviewHtml(host.extensionUri, "compare");
		void this.#read(false);
	}

	dispose(): void {
		this.#panel.dispose();
	}

	async #read(anew: boolean): Promise<void> {
		const reading = ++this.#reading;
		this.#loading = true;
		this.#post();
		try {
			const [left, right] = await readSides(this.#sources, this.#host, anew);
			if (reading !== this.#reading) return;
			const rows = changeRows(compareOptions(left.options, right.options));
			this.#comparison = { left, right, rows };
			this.#problem = undefined;
			this.#panel.title = t("{0} ↔ {1}", left.name, right.name);
		} catch (error) {
			if (reading !== this.#reading) return;
			this.#problem = error instanceof Error ? error.message : String(error);
		}
		this.#loading = false;
		this.#post();
	}

	#post(): void {
		const comparison = this.#comparison;
		const content: CompareContent = {
			sources: this.#sources,
			loading: this.#loading,
			...(this.#problem !== undefined && { problem: this.#problem }),
			...(comparison && {
				result: {
					left: shown(comparison.left),
					right: shown(comparison.right),
					rows: comparison.rows,
					linked: this.#deploymentKey() !== undefined,
				},
			}),
		};
		// A hidden page is gone; it says "ready" when it is shown again.
		if (this.#panel.visible) this.#send({ type: "show", content });
	}

	#send(message: ToComparePanel): void {
		void this.#panel.webview.postMessage(message);
	}

	#receive(message: unknown): unknown {
		const read = readFromComparePanel(message);
		if (!read) {
			this.#host.log.warn("The comparison page sent a message that is not understood.");
			return undefined;
		}
		return (this.#handlers[read.type] as (read: FromComparePanel) => unknown)(read);
	}

	readonly #handlers: Handlers = {
		ready: () => {
			this.#post();
		},
		again: () => this.#read(true),
		swap: () => {
			this.#sources = { left: this.#sources.right, right: this.#sources.left };
			return this.#read(false);
		},
		openDiff: () => {
			const { left, right } = this.#comparison ?? {};
			return left && right && openDiff(this.#sources, [left, right], this.#host.documents);
		},
		copyMarkdown: async ({ ids }) => {
			if (!this.#comparison) return;
			const { left, right, rows } = this.#comparison;
			const wanted = new Set(ids);
			const chosen = rows.filter(({ id }) => wanted.has(id));
			await vscode.env.clipboard.writeText(comparisonMarkdown(left, right, chosen));
			this.#send({ type: "copied" });
		},
		openOption: ({ id }) =>
			vscode.commands.executeCommand(
				commandIds.openConfiguration,
				this.#deploymentKey(),
				`@id:${id}`,
			),
		cspViolation: ({ report }) => {
			this.#host.log.warn(`The comparison page broke its policy: ${JSON.stringify(report)}`);
		},
	};

	/** The deployment in whose configuration an option can be looked up. */
	#deploymentKey(): string | undefined {
		const { left, right } = this.#sources;
		return [right, left].flatMap((source) =>
			source.kind !== "file" && this.#host.deployments.find(source.deployment)
				? [source.deployment]
				: [],
		)[0];
	}
}

function shown({ name, detail, version, notes = [] }: Side): PanelSide {
	return {
		name,
		notes,
		...(detail !== undefined && { detail }),
		...(version !== undefined && { version }),
	};
}
