import type { DeploymentConfig, DeploymentOption } from "../coder/model.ts";
import { isDeprecated } from "../options/optionFacts.ts";
import { optionType, type OptionType } from "../options/optionType.ts";
import { otherNames, otherUse, type OtherUse } from "./otherVariables.ts";
import { tableText } from "./table.ts";
import { readTable, type Table, type TableEntry } from "./readTable.ts";

/** What is known of a variable. */
export interface Variable {
	readonly name: string;
	/** The option of the server that it sets; the deployment's own where `told` is set, else the bundled facts. */
	readonly option?: DeploymentOption;
	readonly type?: OptionType;
	/** True where the deployment itself tells of the option, with value and source. */
	readonly told: boolean;
	/** Which version of the bundled facts has the option, where only one has. */
	readonly onlyIn?: { readonly older: string } | { readonly newer: string };
	/** What it is besides, or instead. */
	readonly other?: OtherUse;
	readonly deprecated: boolean;
	/** Names that replace it. */
	readonly useInstead: readonly string[];
}

let table: Table | undefined;
const bundled = (): Table => (table ??= readTable(tableText));

/** What is known of variables: by a deployment first, where there is one that tells, then by the bundled facts. */
export class KnownVariables {
	readonly #told: ReadonlyMap<string, DeploymentOption>;

	constructor(config: Pick<DeploymentConfig, "options"> | undefined) {
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
		const entry = told ? undefined : bundled().entries.get(name);
		const option = told ?? entry?.option;
		if (!option) return other && otherVariable(name, other);
		const deprecated = told ? isDeprecated(told) : entry?.deprecated === true;
		return {
			name,
			option,
			type: told ? optionType(told) : (entry?.type ?? "text"),
			told: told !== undefined,
			...onlyIn(entry),
			// What a family's name would mean is not said of a name that is an option.
			...(other && !other.family && { other }),
			deprecated,
			useInstead: option.useInstead.flatMap(({ env }) => env ?? []),
		};
	}

	/** The names of server options: those of the deployment, else all that are bundled. */
	get optionNames(): readonly string[] {
		const names = this.hasDeployment ? this.#told.keys() : bundled().entries.keys();
		return [...names].filter((name) => name.startsWith("CODER_"));
	}

	/** All names that may be offered. */
	get names(): readonly string[] {
		return [...new Set([...this.optionNames, ...otherNames()])];
	}
}

function onlyIn({ only }: Partial<TableEntry> = {}): Pick<Variable, "onlyIn"> {
	if (!only) return {};
	const { older, newer } = bundled();
	return { onlyIn: only === "older" ? { older } : { newer } };
}

function otherVariable(name: string, other: OtherUse): Variable {
	return {
		name,
		told: false,
		other,
		deprecated: other.useInstead !== undefined,
		useInstead: other.useInstead === undefined ? [] : [other.useInstead],
	};
}
