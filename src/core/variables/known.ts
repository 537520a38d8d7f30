import type { DeploymentConfig, DeploymentOption } from "../coder/model.ts";
import { isDeprecated } from "../options/optionMarks.ts";
import { optionType, type OptionType } from "../options/optionType.ts";
import { otherNames, otherUse, type OtherUse } from "./otherVariables.ts";
import { releasesOf, type Releases } from "./releases.ts";
import { serverFlag } from "./serverFlags.ts";
import { bundledOptions, formerOption } from "./bundled.ts";

/** The known facts about a variable. */
export interface Variable {
	readonly name: string;
	/** The server option that it sets: the deployment's own if `reported` is true, otherwise the bundled one. */
	readonly option?: DeploymentOption;
	readonly type?: OptionType;
	/** Whether the deployment itself reports the option, with its value and source. */
	readonly reported: boolean;
	/** Another use of the variable, in addition to or instead of the option. */
	readonly other?: OtherUse;
	readonly deprecated: boolean;
	/** The names that replace it. */
	readonly useInstead: readonly string[];
	/** When the option was added and removed. */
	readonly releases: Releases;
}

/** The deployment whose configuration is known. */
export interface Reporter {
	readonly name: string;
	/** The version as the server reports it, such as `v2.35.1+8b44bd6`. */
	readonly version?: string | undefined;
}

/** The known variables: from a deployment if one reports its options, otherwise from the bundled table. */
export class KnownVariables {
	readonly #reported: ReadonlyMap<string, DeploymentOption>;

	/** The deployment that reports the options, for messages about it. */
	readonly reportedBy: Reporter | undefined;
	#flags: ReadonlyMap<string, string> | undefined;
	#byFlag: ReadonlyMap<string, string> | undefined;
	#words: ReadonlySet<string> | undefined;

	constructor(config: Pick<DeploymentConfig, "options"> | undefined, reportedBy?: Reporter) {
		this.reportedBy = reportedBy;
		this.#reported = new Map(
			(config?.options ?? []).flatMap((option) =>
				option.env === undefined ? [] : [[option.env, option] as const],
			),
		);
	}

	/** Whether a deployment reports the options. */
	get hasDeployment(): boolean {
		return this.#reported.size > 0;
	}

	/** @param name the variable, or a flag of the server with its dashes */
	find(name: string): Variable | undefined {
		if (name.startsWith("-")) return this.#findFlag(name);
		const other = otherUse(name);
		const reported = this.#reported.get(name);
		const entry = reported ? undefined : bundledOptions().get(name);
		const option = reported ?? entry?.option;
		const releases = releasesOf(name);
		if (!option) return other && otherVariable(name, other);
		const deprecated = reported ? isDeprecated(reported) : entry?.deprecated === true;
		return {
			name,
			option,
			type: reported ? optionType(reported) : (entry?.type ?? "text"),
			reported: reported !== undefined,
			// The description of a family doesn't apply to a name that is an option.
			...(other && !other.family && { other }),
			deprecated,
			useInstead: option.useInstead.flatMap(({ env }) => env ?? []),
			releases,
		};
	}

	#findFlag(written: string): Variable | undefined {
		this.#flags ??= new Map(
			[...this.#reported].flatMap(([env, { flag }]) => (flag ? [[`--${flag}`, env] as const] : [])),
		);
		const flag = serverFlag(written);
		const name = flag?.name ?? written;
		const env = this.#flags.get(name) ?? flag?.env;
		const variable = env === undefined ? undefined : this.find(env);
		if (!variable?.option) return undefined;
		const { other: _other, ...described } = variable;
		const useInstead = variable.useInstead.flatMap((one) => this.flagOf(one) ?? []);
		return { ...described, name, useInstead };
	}

	/** Returns the flag, with its dashes, of a variable's option. */
	flagOf(env: string): string | undefined {
		const flag = this.find(env)?.option?.flag;
		return flag ? `--${flag}` : undefined;
	}

	/** The names of server options: the deployment's, or all bundled ones. */
	get optionNames(): readonly string[] {
		const names = this.hasDeployment ? this.#reported.keys() : bundledOptions().keys();
		return [...names].filter((name) => name.startsWith("CODER_"));
	}

	/** The flags of server options, with their dashes: the deployment's, or all bundled ones. */
	get flags(): readonly string[] {
		return [...new Set(this.optionNames.flatMap((name) => this.flagOf(name) ?? []))];
	}

	/** All names that can be suggested. */
	get names(): readonly string[] {
		return [...new Set([...this.optionNames, ...otherNames()])];
	}

	/** Returns the variable of an option whose flag corresponds to this name: `CODER_CACHE_DIR`. */
	byFlag(name: string): string | undefined {
		this.#byFlag ??= new Map([
			...cliFlags,
			...this.optionNames.flatMap((env) => {
				const flag = this.find(env)?.option?.flag;
				return flag ? [[`CODER_${flag.toUpperCase().replaceAll("-", "_")}`, env] as const] : [];
			}),
		]);
		const found = this.#byFlag.get(name);
		return found === name ? undefined : found;
	}

	/**
	 * Returns the deprecated name that this deployment uses for an option that a later version renamed to this name.
	 */
	formerName(name: string): string | undefined {
		return formerOption(name, (former) => this.#reported.has(former))?.env;
	}

	/** Whether any of Coder's own names contains a word. */
	isWord(word: string): boolean {
		this.#words ??= new Set(
			[...bundledOptions().keys(), ...this.names].flatMap((name) => name.split("_")),
		);
		return this.#words.has(word);
	}
}

/** CLI flags whose names differ from their variables. */
const cliFlags: readonly (readonly [string, string])[] = [
	["CODER_TOKEN", "CODER_SESSION_TOKEN"],
	["CODER_GLOBAL_CONFIG", "CODER_CONFIG_DIR"],
	["CODER_ORG", "CODER_ORGANIZATION"],
];

function otherVariable(name: string, other: OtherUse): Variable {
	return {
		name,
		reported: false,
		other,
		deprecated: other.useInstead !== undefined,
		useInstead: other.useInstead === undefined ? [] : [other.useInstead],
		releases: {},
	};
}
