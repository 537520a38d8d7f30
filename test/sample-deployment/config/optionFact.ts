import type { GroupId } from "../data/groups.ts";
import type { JsonValue } from "../json.ts";

/** The types of option values in the server's option library, as far as answers reveal them. */
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

/** The constant part of an option of `coder server`. */
export interface OptionFact {
	readonly name: string;
	/** Long flag without dashes. */
	readonly flag: string;
	/** One-letter flag without the dash. */
	readonly short?: string;
	readonly env?: string;
	/** Last key of the YAML path; the group has the keys above it. */
	readonly yaml?: string;
	readonly group?: GroupId;
	readonly type: OptionType;
	/** Allowed values, only for enums. */
	readonly choices?: readonly string[];
	/** As text, as the server reports it; `{release}` stands for the release. */
	readonly default?: string;
	/** Value if it's unset without a default, if that isn't the type's usual one. */
	readonly empty?: JsonValue;
	/** Dotted path in the `config` tree. Options with the same path share a value: an option and its former names. */
	readonly config: string;
	readonly secret?: true;
	readonly enterprise?: true;
	/** Whether it also configures workspace proxies. */
	readonly workspaceProxies?: true;
	readonly hidden?: true;
	/** Keys (see `optionKey`) of the options that replace this one. */
	readonly useInstead?: readonly string[];
	/**
	 * First minor release of 2.x that has it; 3 if missing. 16 stands for any release after v2.15, because no release
	 * between v2.15 and v2.35 is served.
	 */
	readonly since?: number;
	/** First minor release of 2.x that no longer has it. */
	readonly until?: number;
	/** In this project's own words. */
	readonly description: string;
}

/** Returns the name by which an option is set and replaced: its environment variable, or else its flag. */
export function optionKey(fact: Pick<OptionFact, "env" | "flag">): string {
	return fact.env ?? fact.flag;
}
