import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Auditor } from "../../../../src/core/findings/auditor.ts";
import { parseAnswer } from "../../../../src/core/http/client.ts";
import type { Deployment } from "../../../../src/core/deployments/deployment.ts";
import { endpointIds } from "../../../../src/core/coder/endpoints.ts";
import { History } from "../../../../src/core/history/history.ts";
import { observe } from "../../../../src/core/history/observe.ts";
import { changesOf } from "../../../../src/core/notifications/changes.ts";
import { Ledger } from "../../../../src/core/notifications/ledger.ts";
import type { Notice, NoticeId, Wanted } from "../../../../src/core/notifications/notice.ts";
import { NoticeEngine } from "../../../../src/core/notifications/noticeEngine.ts";
import { noticeKinds } from "../../../../src/core/notifications/noticeKinds.ts";
import { SessionChanges } from "../../../../src/core/notifications/sessionChanges.ts";
import { Watching } from "../../../../src/core/notifications/watching.ts";
import { DeploymentStore } from "../../../../src/core/deployments/store.ts";
import { UpdateMuting } from "../../../../src/core/notifications/updateMuting.ts";
import { fakeClock, type FakeClock } from "../../../support/fakeClock.ts";
import { openMemory, type OpenMemory } from "../../../support/memories.ts";
import { known, recordedAt, type Recording } from "../../../support/recorded.ts";

/** A window of the editor. */
export interface Window {
	readonly deployment: Deployment;
	readonly muting: UpdateMuting;
	/** The messages that this window showed. */
	readonly told: string[];
	readonly notices: Notice[];
	/** Asks the server again, and looks whether there is something to tell. */
	readonly refresh: () => Promise<void>;
	/** Looks without asking. */
	readonly look: () => Promise<void>;
}

/** One person's editor: settings, storage and clock that all windows share, and the server that they look at. */
export interface Office {
	readonly clock: FakeClock;
	readonly memory: OpenMemory;
	readonly folder: string;
	/** What went wrong. */
	readonly errors: unknown[];
	/** What the server answers from now on; what is left out stays. */
	readonly answer: (recording: Recording) => void;
	readonly set: (kind: NoticeId, wanted: Wanted) => void;
	/** The setting of muted findings. */
	mutedFindings: unknown;
	history: boolean;
	/** Opens a window; `memory` is what it knows of the shared state, if that is old. */
	readonly open: (memory?: OpenMemory) => Window;
}

/** Makes an office with a folder of its own, which is gone after the test. */
export function openOffice(): Office {
	const folder = mkdtempSync(path.join(os.tmpdir(), "coder-deployment-notices-"));
	folders.push(folder);
	const clock = fakeClock(recordedAt);
	const now = (): number => clock.now();
	const shared = openMemory();
	let server: Recording = {};
	const wanted = new Map<NoticeId, Wanted>([
		["updateAvailable", true],
		["sessionEnded", true],
	]);
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
		set: (kind, value) => wanted.set(kind, value),
		open: (memory = shared) => {
			const store = new DeploymentStore(
				known,
				(id) => {
					const answer = server[id];
					if (!answer) throw new Error(`${id} has no answer`);
					if ("failure" in answer) return Promise.resolve({ ok: false, failure: answer.failure });
					const parsed = parseAnswer(id, answer.body);
					if (!parsed.ok) throw new Error(parsed.field);
					return Promise.resolve({ ok: true, value: { value: parsed.value, tookMs: 12 } });
				},
				now,
				() => 0,
			);
			const muting = new UpdateMuting(memory);
			const history = new History(path.join(folder, "history"), (problem) => errors.push(problem));
			const session = new SessionChanges();
			const auditor = new Auditor();
			const notices: Notice[] = [];
			const told: string[] = [];
			const fail = (error: unknown) => errors.push(error);
			const engine = new NoticeEngine({
				kinds: noticeKinds({
					muting,
					findings: (deployment) =>
						Promise.resolve(auditor.findings(deployment, office.mutedFindings)),
					changes: async (deployment) =>
						office.history
							? changesOf(await history.log(known.key))
							: session.of(deployment, clock.now()),
				}),
				ledger: new Ledger(path.join(folder, "notices"), now, fail),
				watching: new Watching(memory),
				now,
				wanted: ({ id }) => wanted.get(id),
				tell: (notice) => {
					notices.push(notice);
					told.push(notice.message);
				},
				failed: fail,
			});
			return {
				deployment: store,
				muting,
				notices,
				told,
				look: () => engine.look(store),
				refresh: async () => {
					await store.refresh(endpointIds.filter((id) => id in server));
					if (office.history) await history.record(known.key, observe(store.snapshot));
					await engine.look(store);
				},
			};
		},
	};
	return office;
}

const folders: string[] = [];

afterEach(() => {
	for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
