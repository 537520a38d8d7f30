import type { FileSetting } from "../../core/files/setting.ts";
import type { Located } from "./matchesGlob.ts";

/** A file with Coder settings. */
export interface FoundFile extends Located {
	readonly settings: readonly FileSetting[];
}
