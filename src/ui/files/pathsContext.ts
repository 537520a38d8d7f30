import { setContext } from "../app/contextKeys.ts";

/** The paths of files that commands are offered for, as a context key. */
export class PathsContext {
	readonly #key: "comparableFiles" | "settingFiles";
	readonly #paths = new Set<string>();

	constructor(key: "comparableFiles" | "settingFiles") {
		this.#key = key;
	}

	/** Adds a path, or takes it away. */
	set(path: string, isIn: boolean): void {
		if (this.#paths.has(path) === isIn) return;
		if (isIn) this.#paths.add(path);
		else this.#paths.delete(path);
		setContext(this.#key, [...this.#paths]);
	}
}
