/** Something that holds on to resources until it is told to let go. The shape is VS Code's. */
export interface Disposable {
	dispose(): unknown;
}

/** A function that subscribes a listener and returns the way to unsubscribe. The shape is VS Code's. */
export type Event<T> = (listener: (value: T) => unknown) => Disposable;

let reportError = (error: unknown): void => {
	// Where nobody catches it, so that a mistake is seen in tests.
	queueMicrotask(() => {
		throw error;
	});
};

/** Says where errors of listeners go, for all events. @returns gives back where they went before */
export function reportListenerErrors(report: (error: unknown) => void): Disposable {
	const before = reportError;
	reportError = report;
	return {
		dispose: () => {
			reportError = before;
		},
	};
}

/** The owner's side of an {@link Event}: core announces changes with it, without importing VS Code. */
export class Emitter<T> implements Disposable {
	readonly #listeners = new Set<{ readonly call: (value: T) => unknown }>();

	readonly event: Event<T> = (listener) => {
		// Wrapped, so that a function subscribed twice is called twice and unsubscribed once.
		const entry = { call: listener };
		this.#listeners.add(entry);
		return { dispose: () => this.#listeners.delete(entry) };
	};

	/**
	 * Calls every listener. One that throws keeps neither the others from hearing nor its owner from going on: a surface
	 * that can't draw what came is no failure of what brought it. Its error goes to {@link reportListenerErrors}.
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

/** Collects disposables and lets go of all of them at once, last added first. */
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
