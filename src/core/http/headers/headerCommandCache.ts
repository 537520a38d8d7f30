import { isYoung } from "../../base/age.ts";
import { runHeaderCommand, type HeaderCommand } from "./headerCommand.ts";

type Headers = Readonly<Record<string, string>>;
type Run = (command: HeaderCommand, signal: AbortSignal) => Promise<Headers>;

interface Entry {
	readonly command: string;
	/** ms since the epoch */
	readonly startedAt: number;
	readonly headers: Promise<Headers>;
	readonly controller: AbortController;
	waiting: number;
}

/** How long headers are valid, in ms. The CLI runs the command at each start; a refresh is one burst. */
const goodForMs = 60_000;

/** A refusal this soon after a run isn't due to outdated headers, in ms. */
const youngMs = 10_000;

/** Runs a header command once for a burst of requests to a deployment. Failures aren't cached. */
export class HeaderCommandCache {
	readonly #entries = new Map<string, Entry>();
	readonly #run: Run;
	readonly #now: () => number;

	/** @param now the clock, in ms since the epoch */
	constructor(run: Run = runHeaderCommand, now: () => number = Date.now) {
		this.#run = run;
		this.#now = now;
	}

	/**
	 * Returns the headers for a deployment. Concurrent requests share a run, which ends when the last of them is
	 * canceled.
	 */
	async headers(command: HeaderCommand, signal: AbortSignal): Promise<Headers> {
		const entry = this.#entry(command);
		entry.waiting += 1;
		try {
			return await orAborted(entry.headers, signal);
		} finally {
			entry.waiting -= 1;
			if (entry.waiting === 0 && signal.aborted) entry.controller.abort();
		}
	}

	/** Call this when the deployment, or something in front of it, rejects a request: the headers may have expired. */
	invalidate(url: string): void {
		const entry = this.#entries.get(url);
		if (entry && !isYoung(entry.startedAt, youngMs, this.#now())) this.#entries.delete(url);
	}

	clear(): void {
		this.#entries.clear();
	}

	#entry(command: HeaderCommand): Entry {
		const known = this.#entries.get(command.url);
		const fresh = known && isYoung(known.startedAt, goodForMs, this.#now());
		if (fresh && known.command === command.command && !known.controller.signal.aborted)
			return known;
		const controller = new AbortController();
		const entry: Entry = {
			command: command.command,
			startedAt: this.#now(),
			headers: this.#run(command, controller.signal),
			controller,
			waiting: 0,
		};
		this.#entries.set(command.url, entry);
		entry.headers.catch(() => {
			if (this.#entries.get(command.url) === entry) this.#entries.delete(command.url);
		});
		return entry;
	}
}

/** Returns the promise's value, or rejects as soon as the signal is aborted. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise<T>((resolve, reject) => {
		const abort = (): void => {
			reject(new Error("cancelled"));
		};
		if (signal.aborted) abort();
		signal.addEventListener("abort", abort, { once: true });
		promise.then(resolve, reject).finally(() => {
			signal.removeEventListener("abort", abort);
		});
	});
}
