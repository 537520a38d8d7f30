import type { HostVersion } from "../host/versions.ts";

/** A command that passes if its exit code is 0. */
export interface Check {
	readonly title: string;
	/** About how long it takes on a quiet machine, in seconds. */
	readonly seconds: number;
	readonly command: readonly string[];
}

/** Checks that don't affect each other. */
export interface CheckTier {
	readonly kind: "checks";
	readonly name: string;
	readonly checks: readonly Check[];
}

/** Tests with a result of their own. */
export interface TestTier {
	readonly kind: "tests";
	/** The name, including the version if there is one. Also the name of the result file. */
	readonly name: string;
	/** A command that writes a TierResult to the result file. */
	readonly command: readonly string[];
	/** The VS Code that it needs, in addition to a browser. */
	readonly host?: HostVersion;
	/** Whether the command starts another process for each message that it gets. */
	readonly grows?: boolean;
	/** Tiers with the same group run at the same time. */
	readonly group?: TierGroup;
}

/** Tiers that don't affect each other. */
export interface TierGroup {
	/** How many processes of them run at the same time. */
	readonly atOnce: number;
}

/** A stage of `npm test`. */
export type Tier = CheckTier | TestTier;
