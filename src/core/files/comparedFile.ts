import type { FileSetting } from "./setting.ts";

/** A file of the workspace, as a chat or another extension asks for it. */
export interface ComparedFile<D> {
	/** Its path in the workspace. */
	readonly path: string;
	readonly settings: readonly FileSetting[];
	/** The line of an offset, counted from 1. */
	readonly lineAt: (offset: number) => number;
	/** The deployment that it is about. */
	readonly deployment: D | undefined;
}
