import { AxiosTransport } from "../../../../src/core/http/axiosTransport.ts";
import { CoderClient } from "../../../../src/core/http/client.ts";
import { endpointIds } from "../../../../src/core/coder/endpoints.ts";
import { Emitter } from "../../../../src/core/base/event.ts";
import { Refresher } from "../../../../src/core/deployments/refresher.ts";
import type { SharedFolder } from "../../../../src/core/deployments/sharedAnswers.ts";
import { DeploymentStore } from "../../../../src/core/deployments/store.ts";
import { surfaces } from "../../../../src/core/deployments/surfaces.ts";
import { Watchers } from "../../../../src/core/deployments/watchers.ts";
import {
	startSampleDeployment,
	type SampleDeployment,
	type SampleDeploymentOptions,
} from "../../../sample-deployment/server.ts";
import { silent } from "../../../load/connect.ts";
import { knownAt } from "../../../support/bench.ts";
import { fakeClock, type FakeClock } from "../../../support/fakeClock.ts";

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** A surface of the editor that shows data of a deployment. */
export type Surface = keyof typeof surfaces;

/** A window with the engine as the extension creates it, whose focus and surfaces the test controls. */
export interface EditorWindow {
	readonly store: DeploymentStore;
	readonly focus: (focused: boolean) => void;
	/** Shows exactly these surfaces. */
	readonly show: (...shown: readonly Surface[]) => void;
	readonly close: () => void;
}

/** A sample deployment over real sockets, and windows, on a clock that only the test moves. */
export interface Life {
	readonly sample: SampleDeployment;
	readonly clock: FakeClock;
	/** Opens a window; it has the focus and shows nothing. */
	readonly open: (shared?: SharedFolder, random?: () => number) => EditorWindow;
	/** Lets time pass, including every response and alarm. */
	readonly pass: (ms: number) => Promise<void>;
	/** Lets responses arrive while no time passes. */
	readonly settle: () => Promise<void>;
	/** Returns the requests since the last call, by endpoint. */
	readonly taken: () => Readonly<Partial<Record<string, number>>>;
	readonly end: () => Promise<void>;
}

/**
 * @param options options of the sample deployment
 * @param skewMs how far the server's clock is ahead of the editor's, in ms
 */
export async function startLife(options: SampleDeploymentOptions = {}, skewMs = 0): Promise<Life> {
	const clock = fakeClock(Date.parse("2026-03-05T09:00:00.400Z"));
	const sample = await startSampleDeployment({
		clock: () => clock.now() + skewMs,
		accessUrl: "self",
		...options,
	});
	const windows = new Set<EditorWindow>();
	const folders = new Set<SharedFolder>();
	const settle = async (): Promise<void> => {
		const isLoading = (): boolean =>
			[...windows].some(({ store }) => endpointIds.some((id) => store.snapshot[id].loading));
		do await new Promise((resolve) => setImmediate(resolve));
		while (isLoading());
		for (const folder of folders) await folder.settled();
	};
	return {
		sample,
		clock,
		settle,
		open: (shared, random = () => 0) => {
			if (shared) folders.add(shared);
			const window = openWindow(sample, clock, shared, random, () => windows.delete(window));
			windows.add(window);
			return window;
		},
		pass: async (ms) => {
			const end = clock.now() + ms;
			await settle();
			for (let next = clock.next(); next !== undefined; next = clock.next()) {
				if (clock.now() + next > end) break;
				clock.advance(next);
				await settle();
			}
			clock.advance(end - clock.now());
			await settle();
		},
		taken: () => {
			const counts: Partial<Record<string, number>> = {};
			for (const { endpoint } of sample.requests()) counts[endpoint] = (counts[endpoint] ?? 0) + 1;
			sample.resetRequests();
			return counts;
		},
		end: async () => {
			for (const window of windows) window.close();
			for (const folder of folders) await folder.settled();
			await sample.close();
		},
	};
}

function openWindow(
	sample: SampleDeployment,
	clock: FakeClock,
	shared: SharedFolder | undefined,
	random: () => number,
	onClosed: () => void,
): EditorWindow {
	const saved = knownAt(sample.url);
	const client = new CoderClient(
		new AxiosTransport(),
		{
			url: sample.url,
			token: () => Promise.resolve(sample.tokens.owner),
			userAgent: "coder-deployment-tests",
		},
		silent,
	);
	const now = () => clock.now();
	const store = new DeploymentStore(saved, (id, signal, force) => client.get(id, signal, force), {
		now,
		random,
		shared: shared?.of(saved),
	});
	const watchers = new Watchers();
	const changed = new Emitter<void>();
	let focused = true;
	let visible: readonly Surface[] = [];
	for (const surface of Object.keys(surfaces) as Surface[]) {
		watchers.add(
			() => (visible.includes(surface) ? [{ deployment: store, ...surfaces[surface] }] : []),
			changed.event,
		);
	}
	const refresher = new Refresher(() => (focused ? watchers.watched() : []), clock);
	const wake = (): void => {
		refresher.wake();
	};
	store.onDidChange(wake);
	watchers.onDidChange(wake);
	return {
		store,
		focus: (now) => {
			focused = now;
			wake();
		},
		show: (...shown) => {
			visible = shown;
			changed.fire();
		},
		close: () => {
			refresher.dispose();
			watchers.dispose();
			store.dispose();
			onClosed();
		},
	};
}

/** Returns the sum of counts by endpoint. */
export function total(counts: Readonly<Partial<Record<string, number>>>): number {
	return Object.values(counts).reduce<number>((sum, count = 0) => sum + count, 0);
}
