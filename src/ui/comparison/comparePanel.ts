import * as vscode from "vscode";
import type { ChangeRow } from "../../core/comparison/changeRow.ts";
import { explainedRows } from "../../core/comparison/explained.ts";
import { comparisonMarkdown } from "../../core/comparison/comparisonMarkdown.ts";
import { tabTitle } from "../../core/comparison/comparisonTitle.ts";
import type { Side } from "../../core/comparison/side.ts";
import type { CompareSources } from "../../core/comparison/source.ts";
import type {
	CompareContent,
	FromComparisonPage,
	PanelSide,
	ToComparisonPage,
} from "../../protocol/comparison.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import type { Documents } from "../app/documents.ts";
import { openPlace } from "./openPlace.ts";
import { openDiff } from "./compareDocuments.ts";
import { compareMessages } from "./compareMessages.ts";
import { readSides, type SideParts } from "./compareSides.ts";
import type { Handlers } from "../../protocol/page.ts";
import { PageHost, type PageServices } from "../panels/pageHost.ts";
import type { OpenPanel } from "../panels/panelSet.ts";

/** The dependencies of comparisons. */
export interface ComparePanelHost extends SideParts, PageServices {
	readonly documents: Documents;
}

interface Comparison {
	readonly left: Side;
	readonly right: Side;
	readonly rows: readonly ChangeRow[];
}

/** A comparison: reads both sides, sends the differences to its page, and handles the page's messages. */
export class ComparePanel implements OpenPanel {
	readonly page: PageHost<ToComparisonPage, FromComparisonPage>;
	readonly #host: ComparePanelHost;
	#sources: CompareSources;
	#comparison: Comparison | undefined;
	#problem: string | undefined;
	/** The number of the latest reading. Results of earlier ones are discarded. */
	#reading = 0;
	#loading = false;

	constructor(panel: vscode.WebviewPanel, host: ComparePanelHost, sources: CompareSources) {
		this.#host = host;
		this.#sources = sources;
		this.page = new PageHost(panel, host, {
			name: "compare",
			readers: compareMessages,
			handlers: this.#handlers,
			deployment: () => this.#deploymentKey(),
		});
		this.page.add({
			dispose: () => {
				this.#reading = -1;
			},
		});
		void this.#read(false);
	}

	dispose(): void {
		this.page.dispose();
	}

	async #read(reload: boolean): Promise<void> {
		const reading = ++this.#reading;
		this.#loading = true;
		this.#post();
		try {
			const [left, right] = await readSides(this.#sources, this.#host, reload);
			if (reading !== this.#reading) return;
			const rows = explainedRows(left, right);
			this.#comparison = { left, right, rows };
			this.#problem = undefined;
			this.page.panel.title = tabTitle(left, right);
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
		// A hidden page is destroyed; when it's shown again, it sends "ready" again.
		if (this.page.panel.visible) this.page.send({ type: "show", content });
	}

	get #handlers(): Handlers<FromComparisonPage> {
		return {
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
			copyMarkdown: ({ ids }) => {
				if (!this.#comparison) return undefined;
				const { left, right, rows } = this.#comparison;
				const wanted = new Set(ids);
				const chosen = rows.filter(({ id }) => wanted.has(id));
				return this.page.copy(comparisonMarkdown(left, right, chosen));
			},
			openOption: ({ id }) => {
				const { left, right } = this.#comparison ?? {};
				const place = left?.places?.get(id) ?? right?.places?.get(id);
				if (place) return openPlace(place);
				return vscode.commands.executeCommand(
					commandIds.openConfiguration,
					this.#deploymentKey(),
					`@id:${id}`,
				);
			},
		};
	}

	/** Returns the deployment in whose configuration options can be shown. */
	#deploymentKey(): string | undefined {
		const { left, right } = this.#sources;
		return [right, left].flatMap((source) =>
			"deployment" in source && this.#host.deployments.find(source.deployment)
				? [source.deployment]
				: [],
		)[0];
	}
}

function shown({ name, detail, version, snapshot, notes = [] }: Side): PanelSide {
	return {
		name,
		notes,
		...(snapshot && { snapshot }),
		...(detail !== undefined && { detail }),
		...(version !== undefined && { version }),
	};
}
