import type { Span } from "./text.ts";

/**
 * Why a file doesn't contain a variable's value. `reference`: a secret, another resource, or an expression provides it.
 * `interpolated`: other variables are substituted at run time. `templated`: a template generates it. `inherited`: it is
 * passed on from the environment.
 */
export type NotLiteral = "reference" | "interpolated" | "templated" | "inherited";

/** The quoting of a value, which determines how to write another one in its place. */
export type Quoting =
	| "env"
	| "shell"
	| "docker"
	| "systemd"
	/** A word of a command line in another text. */
	| "argument"
	| "yaml"
	/** YAML in which Compose or Kubernetes substitutes variables. */
	| "compose"
	| "kubernetes"
	| "hcl"
	| "json"
	| "toml"
	| "nix";

/** A variable's value in a file, and its span including quotes. */
export interface WrittenValue extends Span {
	/** The text that the program reads; missing if the file alone doesn't determine it. */
	readonly text?: string;
	readonly why?: NotLiteral;
	readonly quoting: Quoting;
	/** The part of the span before the value, such as `CODER_X=`. */
	readonly prefix?: string;
	/** The start of the list that contains the variable; missing if a name may occur twice. */
	readonly list?: number;
	/** The number of template branches that end before it. A list may set a name in each branch. */
	readonly branch?: number;
	/** The start of the command line that contains a flag. */
	readonly command?: number;
	/** An argument after a switch, which isn't its value. The server doesn't start with it. */
	readonly extra?: Span;
	/** Whether the variable is in `coder.env` of values for Coder's Helm chart. */
	readonly helm?: boolean;
}

/** A literal text, or the reason why it isn't one. */
export type Literal = Pick<WrittenValue, "text" | "why">;

/** The forms of key-value files, by how their strings are quoted. */
export type KeyedQuoting = Extract<Quoting, "hcl" | "json" | "toml" | "nix">;
