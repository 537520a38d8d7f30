import type { DeploymentConfig, DeploymentOption } from "../coder/model.ts";
import { isDeprecated } from "../options/optionMarks.ts";
import { optionType, type OptionType } from "../options/optionType.ts";
import { otherNames, otherUse, type OtherUse } from "./otherVariables.ts";
import { releasesOf, type Releases } from "./releases.ts";
import { bundledOptions } from "./bundled.ts";

/** What is known of a variable. */
export interface Variable {
	readonly name: string;
	/** The option of the server that it sets; the deployment's own where `told` is set, else the bundled facts. */
	readonly option?: DeploymentOption;
	readonly type?: OptionType;
	/** True where the deployment itself tells of the option, with value and source. */
	readonly told: boolean;
	/** What it is besides, or instead. */
	readonly other?: OtherUse;
	readonly deprecated: boolean;
	/** Names that replace it. */
	readonly useInstead: readonly string[];
	/** When the option came and went. */
	readonly releases: Releases;
}

/** Whose configuration is known. */
export interface ToldBy {
	readonly name: string;
	/** As the server writes it, such as `v2.35.1+8b44bd6`. */
	readonly version?: string | undefined;
}

/** What is known of variables: by a deployment first, where there is one that tells, then by the bundled facts. */
export class KnownVariables {
	readonly #told: ReadonlyMap<string, DeploymentOption>;

	/** The deployment that tells, for sentences about it. */
	readonly toldBy: ToldBy | undefined;
	#byFlag: ReadonlyMap<string, string> | undefined;
	#words: ReadonlySet<string> | undefined;

	constructor(config: Pick<DeploymentConfig, "options"> | undefined, toldBy?: ToldBy) {
		this.toldBy = toldBy;
		this.#told = new Map(
			(config?.options ?? []).flatMap((option) =>
				option.env === undefined ? [] : [[option.env, option] as const],
			),
		);
	}

	/** True where a deployment tells. */
	get hasDeployment(): boolean {
		return this.#told.size > 0;
	}

	find(name: string): Variable | undefined {
		const other = otherUse(name);
		const told = this.#told.get(name);
		const entry = told ? undefined : bundledOptions().get(name);
		const option = told ?? entry?.option;
		const releases = releasesOf(name);
		if (!option) return other && otherVariable(name, other);
		const deprecated = told ? isDeprecated(told) : entry?.deprecated === true;
		return {
			name,
			option,
			type: told ? optionType(told) : (entry?.type ?? "text"),
			told: told !== undefined,
			// What a family's name would mean is not said of a name that is an option.
			...(other && !other.family && { other }),
			deprecated,
			useInstead: option.useInstead.flatMap(({ env }) => env ?? []),
			releases,
		};
	}

	/** The names of server options: those of the deployment, else all that are bundled. */
	get optionNames(): readonly string[] {
		const names = this.hasDeployment ? this.#told.keys() : bundledOptions().keys();
		return [...names].filter((name) => name.startsWith("CODER_"));
	}

	/** All names that may be offered. */
	get names(): readonly string[] {
		return [...new Set([...this.optionNames, ...otherNames()])];
	}

	/** The variable of an option whose flag, written as a variable, is this name: `CODER_CACHE_DIR`. */
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

	/** The deprecated name by which this deployment knows an option that a later version calls by this name. */
	formerName(name: string): string | undefined {
		for (const { option } of bundledOptions().values()) {
			const { env } = option;
			if (!env || !this.#told.has(env)) continue;
			if (option.useInstead.some((successor) => successor.env === name)) return env;
		}
		return undefined;
	}

	/** Whether Coder's own names have a word. */
	isWord(word: string): boolean {
		this.#words ??= new Set(
			[...bundledOptions().keys(), ...this.names].flatMap((name) => name.split("_")),
		);
		return this.#words.has(word);
	}
}

/** Flags of the CLI that have another name than their variable. */
const cliFlags: readonly (readonly [string, string])[] = [
	["CODER_TOKEN", "CODER_SESSION_TOKEN"],
	["CODER_GLOBAL_CONFIG", "CODER_CONFIG_DIR"],
	["CODER_ORG", "CODER_ORGANIZATION"],
];

function otherVariable(name: string, other: OtherUse): Variable {
	return {
		name,
		told: false,
		other,
		deprecated: other.useInstead !== undefined,
		useInstead: other.useInstead === undefined ? [] : [other.useInstead],
		releases: {},
	};
}
