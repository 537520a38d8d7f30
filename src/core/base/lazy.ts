import type { Disposable } from "./event.ts";

/** Something that is loaded when it is needed for the first time, and then kept. */
export interface Lazy<T> extends Disposable {
	/** Gives it, and loads it first if need be. Where that fails, the next call tries again. */
	readonly get: () => Promise<T>;
	/** What is there already, without loading anything. */
	readonly loaded: T | undefined;
}

/** Loads something on demand, most often by `import()` of the one file that only this needs. */
export function lazy<T>(load: () => Promise<T>): Lazy<T> {
	let loading: Promise<T> | undefined;
	let loaded: T | undefined;
	const get = async (): Promise<T> => {
		const current = (loading ??= load());
		try {
			return (loaded = await current);
		} catch (error) {
			if (loading === current) loading = undefined;
			throw error;
		}
	};
	return {
		get,
		get loaded() {
			return loaded;
		},
		dispose: () => loading?.then(disposeOf, () => undefined),
	};
}

function disposeOf(value: unknown): void {
	if (typeof value === "object" && value && "dispose" in value) (value as Disposable).dispose();
}
