import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { FindingsCache } from "../../../../src/core/findings/findingsCache.ts";
import { parseAnswer } from "../../../../src/core/coder/parseAnswer.ts";
import type { Deployment } from "../../../../src/core/deployments/deployment.ts";
import { endpointIds } from "../../../../src/core/coder/endpoints.ts";
import { History } from "../../../../src/core/history/history.ts";
import { observe } from "../../../../src/core/history/observe.ts";
import { changesOf } from "../../../../src/core/notifications/observedChange.ts";
import { Ledger } from "../../../../src/core/notifications/ledger.ts";
import type {
	Notification,
	NotificationKind,
} from "../../../../src/core/notifications/notification.ts";
import type { Wanted } from "../../../../src/core/notifications/notificationSetting.ts";
import { NotificationEngine } from "../../../../src/core/notifications/notificationEngine.ts";
import { notificationKinds } from "../../../../src/core/notifications/notificationKinds.ts";
import { ServerVersions } from "../../../../src/core/notifications/serverVersions.ts";
import { SessionChanges } from "../../../../src/core/notifications/sessionChanges.ts";
import { WatchedSettings } from "../../../../src/core/notifications/watchedSettings.ts";
import { DeploymentStore } from "../../../../src/core/deployments/store.ts";
import { UpdateMuting } from "../../../../src/core/notifications/updateMuting.ts";
import { fakeClock, type FakeClock } from "../../../support/fakeClock.ts";
import { openMemory, type OpenMemory } from "../../../support/memories.ts";
import { saved, recordedAt, type Recording } from "../../../support/recorded.ts";

/** A window of the editor. */
export interface Window {
	readonly deployment: Deployment;
	readonly kinds: readonly NotificationKind[];
	readonly muting: UpdateMuting;
	/** The messages that this window showed. */
	readonly messages: string[];
	readonly notifications: Notification[];
	/** Refreshes the data, and checks for notifications. */
	readonly refresh: () => Promise<void>;
	/** Checks for notifications without a request. */
	readonly look: () => Promise<void>;
}

/** A user's editor: settings, storage, and clock that all windows share, and the server that they show. */
export interface Office {
	readonly clock: FakeClock;
	readonly memory: OpenMemory;
	readonly folder: string;
	/** Reported errors. */
	readonly errors: unknown[];
	/** Changes the server's answers; others remain the same. */
	readonly answer: (recording: Recording) => void;
	/** Changes the user's setting for a kind of notification. */
	readonly set: (kind: string, wanted: Wanted) => void;
	/** The version in the server's responses; none by default. */
	version: string | undefined;
	/** The setting for muted findings. */
	mutedFindings: unknown;
	history: boolean;
	/** Opens a window; `memory` is its copy of the shared state, if that's outdated. */
	readonly open: (memory?: OpenMemory) => Window;
}

/** Creates an office with its own folder, which is deleted after the test. */
export function openOffice(): Office {
	const folder = mkdtempSync(path.join(os.tmpdir(), "coder-deployment-notices-"));
	folders.push(folder);
	const clock = fakeClock(recordedAt);
	const now = (): number => clock.now();
	const shared = openMemory();
	let server: Recording = {};
	const written = new Map<string, Wanted>([["updateNotification", true]]);
	const errors: unknown[] = [];
	const office: Office = {
		clock,
		memory: shared,
		folder,
		errors,
		mutedFindings: {},
		history: true,
		answer: (recording) => {
			server = { ...server, ...recording };
		},
		version: undefined,
		set: (kind, value) =>
			written.set(
				kind === "updateAvailable" ? "updateNotification" : `notifications.${kind}`,
				value,
			),
		open: (memory = shared) => {
			const store = new DeploymentStore(
				saved,
				(id) => {
					const answer = server[id];
					if (!answer) throw new Error(`${id} has no answer`);
					if ("failure" in answer) return Promise.resolve({ ok: false, failure: answer.failure });
					const parsed = parseAnswer(id, answer.body);
					if (!parsed.ok) throw new Error(parsed.field);
					return Promise.resolve({
						ok: true,
						value: { value: parsed.value, tookMs: 12 },
						...(office.version !== undefined && { headers: { version: office.version } }),
					});
				},
				{ now, random: () => 0 },
			);
			const muting = new UpdateMuting(memory);
			const history = new History(path.join(folder, "history"), (problem) => errors.push(problem));
			const session = new SessionChanges();
			const findingsCache = new FindingsCache();
			const notifications: Notification[] = [];
			const messages: string[] = [];
			const fail = (error: unknown) => errors.push(error);
			const kinds = notificationKinds({
				muting,
				versions: new ServerVersions(memory),
				findings: (deployment) =>
					Promise.resolve(findingsCache.findings(deployment, office.mutedFindings)),
				changes: async (deployment) =>
					office.history
						? changesOf(await history.log(saved.key))
						: session.of(deployment, clock.now()),
			});
			const engine = new NotificationEngine({
				kinds,
				ledger: new Ledger(path.join(folder, "notices"), now, fail),
				watched: new WatchedSettings(memory),
				now,
				read: ({ name }) => written.get(name) ?? false,
				show: (notification) => {
					notifications.push(notification);
					messages.push(notification.message());
				},
				reportError: fail,
			});
			return {
				deployment: store,
				kinds,
				muting,
				notifications,
				messages,
				look: () => engine.check(store),
				refresh: async () => {
					await store.refresh(endpointIds.filter((id) => id in server));
					if (office.history)
						await history.record(saved.key, observe(store.snapshot, store.server));
					await engine.check(store);
				},
			};
		},
	};
	return office;
}

const folders: string[] = [];

process.once("exit", () => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
