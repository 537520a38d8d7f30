import type { Plugin } from "esbuild";

/** Files that are loaded on demand and become a single file. */
interface Group {
	/** The start of the file's name. */
	readonly name: string;
	/** The paths of the source files that `import()` loads; by default, all that several files share. */
	readonly sources?: RegExp;
}

export function wholeFiles(...entries: readonly (string | Group)[]): Plugin;
