import type { HostVersion } from "../host/versions.ts";

/** A command that passes by ending with code 0. */
export interface Check {
	readonly title: string;
	readonly command: readonly string[];
}

/** One stage of `npm test`. */
export type Tier =
	| {
			readonly kind: "checks";
			readonly name: string;
			readonly checks: readonly Check[];
	  }
	| {
			readonly kind: "tests";
			/** The name with a version, if there is one, names the result file too. */
			readonly name: string;
			/** Its process writes a TierResult to the result file. */
			readonly command: readonly string[];
			/** The VS Code that it needs, besides a browser. */
			readonly host?: HostVersion;
	  };
