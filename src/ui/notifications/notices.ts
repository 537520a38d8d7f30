import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { Ledger } from "../../core/notifications/ledger.ts";
import { noticeKinds } from "../../core/notifications/noticeKinds.ts";
import { NoticeEngine } from "../../core/notifications/noticeEngine.ts";
import type { NoticeKind, Wanted } from "../../core/notifications/notice.ts";
import { Watching } from "../../core/notifications/watching.ts";
import { onDidChangeSetting, settings } from "../app/settings.ts";
import type { Services } from "../app/services.ts";
import { changeSource } from "./changeSource.ts";
import { wantedOf } from "./noticeSettings.ts";
import { revealIn } from "./reveal.ts";
import { tell } from "./tell.ts";

/** Tells what people want to be told of deployments, each thing once and in one window. */
export function registerNotices(services: Services): Disposable {
	const { deployments, findings, front, history, log, muting, recorder, watchers } = services;
	const { globalState, globalStorageUri } = front.context;
	const failed = (error: unknown): void => {
		log.warn(`A notice could not be looked for or remembered: ${String(error)}`);
	};
	const watching = new Watching(globalState);
	const kinds = noticeKinds({
		muting,
		findings: (deployment) => Promise.resolve(findings.of(deployment)),
		changes: changeSource(history),
	});
	const engine = new NoticeEngine({
		kinds,
		ledger: new Ledger(vscode.Uri.joinPath(globalStorageUri, "notices").fsPath, Date.now, failed),
		watching,
		now: Date.now,
		wanted: wantedNow,
		tell: (notice) => {
			if (deployments.list.includes(notice.deployment))
				tell(notice, muting, revealIn(front)).catch(failed);
		},
		failed,
	});
	const look = (deployment: Deployment): void => void engine.look(deployment);
	const lookAtAll = (): void => {
		deployments.list.forEach(look);
	};
	const store = new DisposableStore();
	store.add(deployments.onDidChangeInside(look));
	for (const onDidChange of [muting.onDidChange, recorder.onDidChange]) {
		store.add(onDidChange(lookAtAll));
	}
	// What is so when a notice is switched on is to be known before something else becomes so.
	for (const setting of ["notifications", "updateNotification"]) {
		store.add(onDidChangeSetting(setting, lookAtAll));
	}
	store.add(
		onDidChangeSetting("history.enabled", () => {
			// The other source of changes may know older ones, which are no news.
			for (const { known } of deployments.list) {
				for (const kind of ["configurationChanged", "experimentsChanged"] as const) {
					void watching.set(known.key, kind, undefined);
				}
			}
			lookAtAll();
		}),
	);
	store.add(
		watchers.add(
			() => {
				const ids = kinds.flatMap((kind) => (wantedNow(kind) === undefined ? [] : kind.reads));
				return ids.length === 0 ? [] : deployments.list.map((deployment) => ({ deployment, ids }));
			},
			(listener) => onDidChangeSetting("notifications", () => listener(undefined)),
		),
	);
	return store;
}

function wantedNow({ id }: NoticeKind): Wanted {
	switch (id) {
		case "sessionEnded":
			return true;
		case "updateAvailable":
			return settings.updateNotification() ? true : undefined;
		default:
			return wantedOf(id);
	}
}
