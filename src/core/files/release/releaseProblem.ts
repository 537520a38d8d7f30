import type { Span } from "../../variables/forms/text.ts";

/** What a release makes of a setting of a file. Offsets are UTF-16 units from the text's beginning. */
export interface ReleaseProblem extends Span {
	/**
	 * `refused`: the server doesn't start with it. `ignored`: it has no effect. `deprecated`: its name is.
	 * `changed`: the option's type is another one than before. `chart`: Coder's Helm chart sets it.
	 */
	readonly kind: "refused" | "ignored" | "deprecated" | "changed" | "chart";
	/** The variable, or the path of a configuration file. */
	readonly name: string;
	/** A sentence or two for people, with the release. Holds no value that may be secret. */
	readonly message: string;
	/** The variable to write in its place, where the value keeps its meaning. */
	readonly replacement?: string;
}

/** A problem before the release is put in front of its sentence. */
export type Finding = Omit<ReleaseProblem, "name">;
