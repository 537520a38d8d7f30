import type { Memory } from "../../src/core/base/memory.ts";
import type { Secrets } from "../../src/core/deployments/sessions.ts";

/** A memory that tests can inspect. It returns values as VS Code does: as JSON. */
export interface OpenMemory extends Memory {
	/** Everything as text. */
	readonly text: () => string;
	/** Stores a value as another version, another window, or an accident might. */
	readonly put: (key: string, value: unknown) => void;
	readonly keys: () => readonly string[];
}

export function openMemory(): OpenMemory {
	const entries = new Map<string, string>();
	const put = (key: string, value: unknown): void => {
		if (value === undefined) entries.delete(key);
		else entries.set(key, JSON.stringify(value));
	};
	return {
		get: (key) => {
			const text = entries.get(key);
			return text === undefined ? undefined : (JSON.parse(text) as unknown);
		},
		update: (key, value) => {
			put(key, value);
			return Promise.resolve();
		},
		text: () => JSON.stringify([...entries]),
		put,
		keys: () => [...entries.keys()],
	};
}

/** A secret storage that tests can inspect. */
export interface OpenSecrets extends Secrets {
	readonly entries: Map<string, string>;
}

export function openSecrets(): OpenSecrets {
	const entries = new Map<string, string>();
	return {
		entries,
		get: (key) => Promise.resolve(entries.get(key)),
		store: (key, value) => {
			entries.set(key, value);
			return Promise.resolve();
		},
		delete: (key) => {
			entries.delete(key);
			return Promise.resolve();
		},
	};
}
