import type { Memory } from "./memory.ts";
import { SerialQueue } from "./serialQueue.ts";

/** The number of attempts to write a value that may be lost. */
const maxAttempts = 3;

/**
 * Writes one value at a time to VS Code's `globalState`. Until a value is stored, returns the one written last.
 *
 * VS Code keeps an extension's values in one object. After each write by any window, it replaces that object with what
 * was stored. A value that was set in the meantime is lost, although its promise resolves (source: `ExtensionMemento`
 * in VS Code's `extHostMemento.ts`). All writes of a window must therefore go through the same instance.
 */
export class OrderedMemory implements Memory {
	readonly #memory: Memory;
	readonly #queue = new SerialQueue();
	readonly #unstored = new Map<string, { readonly value: unknown }>();

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	get(key: string): unknown {
		const unstored = this.#unstored.get(key);
		return unstored ? unstored.value : this.#memory.get(key);
	}

	/** Resolves when the value is stored. Rejects if VS Code couldn't store it. */
	async update(key: string, value: unknown): Promise<void> {
		const entry = { value: copyOf(value) };
		this.#unstored.set(key, entry);
		try {
			await this.#queue.run(() => this.#write(key, entry.value));
		} finally {
			if (this.#unstored.get(key) === entry) this.#unstored.delete(key);
		}
	}

	/** Writes a value again if another window's write restored the previous one. */
	async #write(key: string, value: unknown): Promise<void> {
		const before = textOf(this.#memory.get(key));
		const isLost = (): boolean => textOf(this.#memory.get(key)) === before;
		if (before === textOf(value)) return;
		for (let attempt = 0; attempt < maxAttempts; attempt++) {
			await this.#memory.update(key, value);
			if (!isLost()) return;
		}
	}
}

/** Returns a copy of a value, as VS Code stores it, so that later changes to an object have no effect. */
function copyOf(value: unknown): unknown {
	const text = textOf(value);
	return text === undefined ? undefined : (JSON.parse(text) as unknown);
}

function textOf(value: unknown): string | undefined {
	return JSON.stringify(value);
}
