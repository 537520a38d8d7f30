import type { Disposable } from "./event.ts";

/** A value that is loaded when it is first needed and then kept. */
export interface Lazy<T> extends Disposable {
	/** Returns the value, and loads it first if needed. If loading fails, the next call tries again. */
	readonly get: () => Promise<T>;
	/** The value if it's already loaded. Doesn't load anything. */
	readonly loaded: T | undefined;
}

/** Loads something on demand, usually by `import()` of a file that only this code needs. */
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
