import type { FileSetting } from "./setting.ts";

/** A file of the workspace, as requested by a chat or another extension. */
export interface ComparedFile<D> {
	/** Its path in the workspace. */
	readonly path: string;
	readonly settings: readonly FileSetting[];
	/** Returns the line of an offset, starting with 1. */
	readonly lineAt: (offset: number) => number;
	/** The deployment that it configures. */
	readonly deployment: D | undefined;
}
