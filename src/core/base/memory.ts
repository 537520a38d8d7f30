/** Keeps plain data between sessions of the editor; VS Code's `globalState` is one. */
export interface Memory {
	get(key: string): unknown;
	update(key: string, value: unknown): PromiseLike<void>;
}
