import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { Ledger } from "../../core/notifications/ledger.ts";
import { notificationKinds } from "../../core/notifications/notificationKinds.ts";
import { NotificationEngine } from "../../core/notifications/notificationEngine.ts";
import { NotificationQueue } from "../../core/notifications/notificationQueue.ts";
import { ServerVersions } from "../../core/notifications/serverVersions.ts";
import { WatchedSettings } from "../../core/notifications/watchedSettings.ts";
import { onDidChangeSetting } from "../app/settings.ts";
import { userSetting } from "../app/userSettings.ts";
import { untilQuiet } from "../messages/openMessages.ts";
import { act } from "./act.ts";
import type { Services } from "../app/services.ts";
import { changeSource } from "./changeSource.ts";
import { showNotifications } from "./showNotifications.ts";

/** Shows the notifications that the user turned on, each once and in one window. */
export function watchForNotifications(services: Services): Disposable {
	const { deployments, findings, front, history, log, memory, muting, recorder, watchers } =
		services;
	const { globalStorageUri } = front.context;
	const failed = (error: unknown): void => {
		log.warn(`A notification couldn't be checked or recorded: ${String(error)}`);
	};
	const watching = new WatchedSettings(memory);
	const kinds = notificationKinds({
		muting,
		versions: new ServerVersions(memory),
		findings: (deployment) => Promise.resolve(findings.of(deployment)),
		changes: changeSource(history),
	});
	const store = new DisposableStore();
	const queue = store.add(
		new NotificationQueue({
			isCurrent: ({ deployment }) => deployments.list.includes(deployment),
			quiet: untilQuiet,
			show: (due) => {
				showNotifications(due, (notification, button) => act(notification, button, services)).catch(
					failed,
				);
			},
		}),
	);
	const engine = new NotificationEngine({
		kinds,
		ledger: new Ledger(vscode.Uri.joinPath(globalStorageUri, "notices").fsPath, Date.now, failed),
		watched: watching,
		now: Date.now,
		read: ({ name }) => userSetting(`coderDeployment.${name}`),
		show: (notification) => {
			queue.add(notification);
		},
		reportError: failed,
	});
	const look = (deployment: Deployment): void => void engine.check(deployment);
	const lookAtAll = (): void => {
		deployments.list.forEach(look);
	};
	store.add(deployments.onDidChangeDeployment(look));
	store.add(muting.onDidChange(lookAtAll));
	store.add(
		recorder.onDidChange((key) => {
			const deployment = deployments.find(key);
			if (deployment) look(deployment);
		}),
	);
	// When a notification is turned on, the current state must be known before something changes.
	for (const name of new Set(kinds.flatMap(({ setting }) => (setting ? [setting.name] : [])))) {
		store.add(onDidChangeSetting(name, lookAtAll));
	}
	store.add(
		onDidChangeSetting("history.enabled", () => {
			// The other source of changes may contain older ones, which aren't news.
			for (const { saved } of deployments.list) {
				for (const kind of ["configurationChanged", "experimentsChanged"] as const) {
					void watching.set(saved.key, kind, undefined);
				}
			}
			lookAtAll();
		}),
	);
	store.add(
		watchers.add(
			() => {
				const ids = kinds.flatMap((kind) => (engine.wanted(kind) === undefined ? [] : kind.reads));
				return ids.length === 0 ? [] : deployments.list.map((deployment) => ({ deployment, ids }));
			},
			(listener) => onDidChangeSetting("notifications", () => listener(undefined)),
		),
	);
	return store;
}
