import type { HostVersion } from "../host/versions.ts";

/** A command that passes if its exit code is 0. */
export interface Check {
	readonly title: string;
	readonly command: readonly string[];
}

/** A stage of `npm test`. */
export type Tier =
	| {
			readonly kind: "checks";
			readonly name: string;
			readonly checks: readonly Check[];
	  }
	| {
			readonly kind: "tests";
			/** The name, including the version if there is one. Also the name of the result file. */
			readonly name: string;
			/** A command that writes a TierResult to the result file. */
			readonly command: readonly string[];
			/** The VS Code that it needs, in addition to a browser. */
			readonly host?: HostVersion;
	  };
