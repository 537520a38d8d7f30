import { setContext } from "../app/contextKeys.ts";

type PathsKey = "checkedFiles" | "comparableFiles" | "settingFiles";

/** A context key with the paths of the files that commands are shown for. */
export class PathsContext {
	readonly #key: PathsKey;
	readonly #paths = new Set<string>();

	constructor(key: PathsKey) {
		this.#key = key;
	}

	/** Adds or removes a path. */
	set(path: string, isIn: boolean): void {
		if (this.#paths.has(path) === isIn) return;
		if (isIn) this.#paths.add(path);
		else this.#paths.delete(path);
		setContext(this.#key, [...this.#paths]);
	}
}
