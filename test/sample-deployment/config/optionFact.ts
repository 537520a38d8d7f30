import type { GroupId } from "../data/groups.ts";
import type { JsonValue } from "../json.ts";

/** The kinds of option value that the server's option library knows, as far as the wire shows them. */
export type OptionType =
	| "bool"
	| "int"
	| "duration"
	| "string"
	| "strings"
	| "url"
	| "hostPort"
	| "regexp"
	| "path"
	| "struct"
	| "enum";

/** What is fixed about one option of `coder server`, whatever it is set to. */
export interface OptionFact {
	readonly name: string;
	/** Long flag without dashes. */
	readonly flag: string;
	/** One-letter flag without the dash. */
	readonly short?: string;
	readonly env?: string;
	/** Last key of the YAML path; the keys above it are those of the group. */
	readonly yaml?: string;
	readonly group?: GroupId;
	readonly type: OptionType;
	/** Allowed values, of enums only. */
	readonly choices?: readonly string[];
	/** As text, the way the server tells it; `{release}` stands for the release. */
	readonly default?: string;
	/** Value while it is neither set nor has a default, where it is not the type's usual one. */
	readonly empty?: JsonValue;
	/**
	 * Dotted path in the `config` tree. Options with the same path share one value: the old names
	 * of an option and the option itself.
	 */
	readonly config: string;
	readonly secret?: true;
	readonly enterprise?: true;
	/** Also configures workspace proxies. */
	readonly workspaceProxies?: true;
	readonly hidden?: true;
	/** Keys (see `optionKey`) of the options that replace this one. */
	readonly useInstead?: readonly string[];
	/**
	 * First minor release of 2.x that has it, 3 if left out. 16 stands for any release after v2.15,
	 * as none between v2.15 and v2.35 is served.
	 */
	readonly since?: number;
	/** First minor release of 2.x that no longer has it. */
	readonly until?: number;
	/** In this project's own words. */
	readonly description: string;
}

/** Name under which an option is set and replaced: its environment variable, else its flag. */
export function optionKey(fact: Pick<OptionFact, "env" | "flag">): string {
	return fact.env ?? fact.flag;
}
