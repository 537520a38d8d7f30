import * as vscode from "vscode";
import { answersMix } from "../../core/deployments/server.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { DisposableStore, Emitter, type Disposable } from "../../core/base/event.ts";
import type { ChangeLog } from "../../core/history/changeEvent.ts";
import { History } from "../../core/history/history.ts";
import { isSettling, observe, observedIds } from "../../core/history/observe.ts";
import { t } from "../../core/base/l10n.ts";
import type { Logger } from "../../core/base/logger.ts";
import { changesSection } from "../../core/overview/changes.ts";
import type { OutlineNode } from "../../core/overview/node.ts";
import { commandIds } from "../commands/commandIds.ts";
import { showWarning } from "../messages/messages.ts";

/** Answers of one refresh come one after the other; what they say is looked at together, after this many ms. */
const settleMs = 500;

/** While versions mix, it is looked this often whether they still do, in ms. */
const mixedMs = 60_000;

/** Writes down what is learned of deployments, and keeps what the tree shows of it. */
export class HistoryRecorder implements Disposable {
	readonly history: History;
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new Emitter<void>());
	readonly #logs = new Map<string, ChangeLog>();
	/** What was recorded last, by deployment: the very values, so that the same ones are not looked at again. */
	readonly #recorded = new WeakMap<Deployment, readonly unknown[]>();
	readonly #timers = new Map<Deployment, ReturnType<typeof setTimeout>>();

	/** @param storage the folder of this extension that all windows share */
	constructor(storage: vscode.Uri, log: Logger) {
		this.history = new History(vscode.Uri.joinPath(storage, "history").fsPath, (problem) => {
			log.warn(problem);
			void showProblem(problem);
		});
		this.#store.add(this.history);
		this.#store.add(this.history.onDidChange((key) => void this.#reload(key)));
	}

	/** Fires when the sections are to be drawn again. */
	get onDidChange() {
		return this.#changed.event;
	}

	/** The section of the tree. */
	section({ known }: Deployment, now: number): OutlineNode {
		return changesSection(known.key, this.#logs.get(known.key), now);
	}

	/** Records what is known of a deployment, once nothing is on its way any more. */
	look(deployment: Deployment): void {
		const { snapshot } = deployment;
		const values = observedIds.map((id) => snapshot[id].value);
		const before = this.#recorded.get(deployment);
		if (values.every((value, index) => before && value === before[index])) return;
		clearTimeout(this.#timers.get(deployment));
		// That only one version answers any more, nobody tells; the end of a request will be heard of.
		if (answersMix(deployment.server, Date.now())) this.#lookLater(deployment, mixedMs);
		else if (!isSettling(snapshot)) this.#lookLater(deployment, settleMs);
	}

	#lookLater(deployment: Deployment, ms: number): void {
		const timer = setTimeout(() => {
			this.#timers.delete(deployment);
			// Another refresh began meanwhile, or versions mix: then it is looked at later.
			if (isSettling(deployment.snapshot) || answersMix(deployment.server, Date.now())) {
				this.look(deployment);
				return;
			}
			this.#recorded.set(
				deployment,
				observedIds.map((id) => deployment.snapshot[id].value),
			);
			void this.#record(deployment);
		}, ms);
		this.#timers.set(deployment, timer);
	}

	/** Lets go of the deployments that nobody is signed in to any more. */
	keepOnly(deployments: readonly Deployment[]): void {
		for (const [deployment, timer] of this.#timers) {
			if (deployments.includes(deployment)) continue;
			clearTimeout(timer);
			this.#timers.delete(deployment);
		}
		const keys = new Set(deployments.map(({ known }) => known.key));
		for (const key of this.#logs.keys()) if (!keys.has(key)) this.#logs.delete(key);
	}

	dispose(): void {
		this.#timers.forEach(clearTimeout);
		this.#store.dispose();
	}

	async #record(deployment: Deployment): Promise<void> {
		const { known, snapshot, server } = deployment;
		await this.history.record(known.key, observe(snapshot, server));
		if (!this.#logs.has(known.key)) await this.#reload(known.key);
	}

	async #reload(key: string): Promise<void> {
		this.#logs.set(key, await this.history.log(key));
		this.#changed.fire();
	}
}

async function showProblem(problem: string): Promise<void> {
	const showLog = t("Show Log");
	const answer = await showWarning(problem, showLog);
	if (answer === showLog) await vscode.commands.executeCommand(commandIds.showLog);
}
