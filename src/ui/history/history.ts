import type * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { DisposableStore, Emitter, type Disposable } from "../../core/base/event.ts";
import type { History } from "../../core/history/history.ts";
import type { Logger } from "../../core/base/logger.ts";
import type { HistoryRecorder } from "./historyRecorder.ts";
import type { SectionSource } from "../overview/overview.ts";
import { onDidChangeSetting, settings } from "../app/settings.ts";

/** The history of deployments: recorded while something is learned, shown in the tree. */
export interface HistoryFeature extends SectionSource, Disposable {
	/** The history itself, whether or not it is recorded. */
	open(): Promise<History>;
}

/**
 * Records how deployments change, unless that is switched off. Its code is loaded when the first deployment answers.
 *
 * @param storage the folder of this extension that all windows share
 */
export function registerHistory(
	deployments: Deployments,
	storage: vscode.Uri,
	log: Logger,
): HistoryFeature {
	const store = new DisposableStore();
	const changed = store.add(new Emitter<void>());
	let recorder: HistoryRecorder | undefined;
	let loading: Promise<HistoryRecorder> | undefined;
	const load = async (): Promise<HistoryRecorder> => {
		const { HistoryRecorder } = await import("../app/work.ts");
		recorder = store.add(new HistoryRecorder(storage, log));
		recorder.onDidChange(() => {
			changed.fire();
		});
		return recorder;
	};
	const opened = (): Promise<HistoryRecorder> => (loading ??= load());
	const look = (looked: readonly Deployment[]): void => {
		if (!settings.historyEnabled()) return;
		opened().then(
			(ready) => {
				for (const deployment of looked) ready.look(deployment);
			},
			(error: unknown) => {
				log.error(`The history cannot be loaded: ${String(error)}`);
			},
		);
	};
	store.add(
		deployments.onDidChangeInside((deployment) => {
			look([deployment]);
		}),
	);
	store.add(deployments.onDidChange(() => recorder?.keepOnly(deployments.list)));
	store.add(
		onDidChangeSetting("history.enabled", () => {
			changed.fire();
			look(deployments.list);
		}),
	);
	return {
		onDidChange: changed.event,
		section: (deployment, now) =>
			settings.historyEnabled() ? recorder?.section(deployment, now) : undefined,
		open: async () => (await opened()).history,
		dispose: () => {
			store.dispose();
		},
	};
}
