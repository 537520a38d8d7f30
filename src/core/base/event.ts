/** Holds resources until it is disposed of. Same shape as VS Code's `Disposable`. */
export interface Disposable {
	dispose(): unknown;
}

/** Subscribes a listener and returns a way to unsubscribe. Same shape as VS Code's `Event`. */
export type Event<T> = (listener: (value: T) => unknown) => Disposable;

let reportError = (error: unknown): void => {
	// Thrown where nothing catches it, so that tests fail.
	queueMicrotask(() => {
		throw error;
	});
};

/** Sets where errors of listeners go, for all events. @returns a function that restores the previous target */
export function reportListenerErrors(report: (error: unknown) => void): Disposable {
	const before = reportError;
	reportError = report;
	return {
		dispose: () => {
			reportError = before;
		},
	};
}

/** The owner's side of an {@link Event}. Core uses it to announce changes without importing VS Code. */
export class Emitter<T> implements Disposable {
	readonly #listeners = new Set<{ readonly call: (value: T) => unknown }>();

	readonly event: Event<T> = (listener) => {
		// Wrapped, so that a function that subscribes twice is called twice and unsubscribed separately.
		const entry = { call: listener };
		this.#listeners.add(entry);
		return { dispose: () => this.#listeners.delete(entry) };
	};

	/**
	 * Calls every listener. If one throws, the others and the owner still continue, because a surface that can't draw a
	 * change doesn't invalidate the change. The error goes to {@link reportListenerErrors}.
	 */
	fire(value: T): void {
		for (const listener of [...this.#listeners]) {
			try {
				listener.call(value);
			} catch (error) {
				reportError(error);
			}
		}
	}

	dispose(): void {
		this.#listeners.clear();
	}
}

/** Collects disposables and disposes of them together, last added first. */
export class DisposableStore implements Disposable {
	#items: Disposable[] = [];

	add<T extends Disposable>(item: T): T {
		this.#items.push(item);
		return item;
	}

	dispose(): void {
		const items = this.#items;
		this.#items = [];
		for (const item of items.reverse()) item.dispose();
	}
}
