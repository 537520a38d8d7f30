import type { Span } from "../../variables/forms/text.ts";

/** A problem with a setting in a file, for a release. Offsets are in UTF-16 units from the start of the text. */
export interface ReleaseProblem extends Span {
	/**
	 * `refused`: the server doesn't start with it. `ignored`: it has no effect. `deprecated`: its name is deprecated.
	 * `changed`: the server reads its value differently than before. `chart`: Coder's Helm chart sets it.
	 */
	readonly kind: "refused" | "ignored" | "deprecated" | "changed" | "chart";
	/** The variable, or the path in a configuration file. */
	readonly name: string;
	/** One or two sentences for users, with the release. Contains no value that could be a secret. */
	readonly message: string;
	/** The variable to use instead, if the value keeps its meaning. */
	readonly replacement?: string;
}

/** A problem, before the release is added to its message. */
export type Finding = Omit<ReleaseProblem, "name">;
