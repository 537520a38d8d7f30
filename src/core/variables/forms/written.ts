import type { Span } from "./text.ts";

/**
 * Why a file doesn't say what a variable holds. `reference`: a secret, another resource or an expression does.
 * `interpolated`: other variables are put in when it is used. `templated`: a template makes it. `inherited`: it is
 * passed on from the environment.
 */
export type NotLiteral = "reference" | "interpolated" | "templated" | "inherited";

/** How a value is quoted where it stands, which says how another one is written in its place. */
export type Quoting =
	| "env"
	| "shell"
	| "docker"
	| "systemd"
	| "yaml"
	/** YAML that Compose, or Kubernetes, puts variables into. */
	| "compose"
	| "kubernetes"
	| "hcl"
	| "json"
	| "toml"
	| "nix";

/** A value that a file gives to a variable, and the span that stands for it, with its quotes. */
export interface WrittenValue extends Span {
	/** The text that the program reads; missing where the file alone doesn't tell it. */
	readonly text?: string;
	readonly why?: NotLiteral;
	readonly quoting: Quoting;
	/** What stands in the span before the value, such as `CODER_X=`. */
	readonly prefix?: string;
	/** The list that the variable is in, by where it begins; missing where a name may be given twice. */
	readonly list?: number;
	/** True in `coder.env` of values for Coder's Helm chart. */
	readonly helm?: boolean;
}

/** A literal text, or why it is none. */
export type Literal = Pick<WrittenValue, "text" | "why">;

/** The forms of files of keys and values, by how their strings are quoted. */
export type KeyedQuoting = Extract<Quoting, "hcl" | "json" | "toml" | "nix">;
