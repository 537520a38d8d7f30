import type { Release } from "../../core/coder/release.ts";
import type { ReleaseProblem } from "../../core/files/release/releaseProblem.ts";

/** The state of a document that is being checked against a release. */
export interface ReleaseCheck {
	readonly release: Release;
	/** The release that the document is written for, if known. */
	readonly since: Release | undefined;
	/** The problems in `version` of the document. */
	readonly problems: readonly ReleaseProblem[];
	readonly version: number;
}
