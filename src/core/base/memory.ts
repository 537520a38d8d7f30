/** Stores plain data between sessions of the editor, as VS Code's `globalState` does. */
export interface Memory {
	get(key: string): unknown;
	update(key: string, value: unknown): PromiseLike<void>;
}
