import type { DeploymentOption } from "../coder/model.ts";
import type { OptionType } from "../options/optionType.ts";
import { flagOf, keyOf, titleOf } from "./titles.ts";

/** What is known of a server option where no deployment tells. */
export interface TableEntry {
	/** Without description, value and source: these are a deployment's to tell. */
	readonly option: DeploymentOption;
	readonly type: OptionType;
	readonly deprecated: boolean;
	/** Which of the table's versions have it, where not all do. */
	readonly only?: "older" | "newer";
}

/** The bundled facts, and the versions that they were taken from. */
export interface Table {
	readonly older: string;
	readonly newer: string;
	/** By variable. */
	readonly entries: ReadonlyMap<string, TableEntry>;
}

/** Types by the letters that stand for them. */
export const types = {
	b: "bool",
	i: "int",
	d: "duration",
	l: "list",
	m: "map",
	t: "text",
} as const;
/** Reads what `writeTable.ts` wrote, which tells the form. */
export function readTable(text: string): Table {
	const [versions = "", ...lines] = text.split("\n");
	const [older = "", newer = ""] = versions.split(" ");
	const entries = new Map<string, TableEntry>();
	let groups: DeploymentOption["groups"] = [];
	let beginning = "";
	for (const line of lines) {
		if (line.startsWith("=")) {
			const [head = "", words = ""] = line.slice(1).split("|");
			groups = readGroups(head);
			beginning = words;
		} else {
			const entry = readOption(beginning + line, groups);
			entries.set(entry.option.id, entry);
		}
	}
	return { older, newer, entries };
}

function readGroups(head: string): DeploymentOption["groups"] {
	if (head === "") return [];
	return head.split("/").map((part) => {
		const [name = "", yaml] = part.split(":");
		return { name, ...(yaml && { yaml }) };
	});
}

function readOption(line: string, groups: DeploymentOption["groups"]): TableEntry {
	const [name = "", marks = "", key = "", usual = "", flag = "", successors = ""] = line.split("|");
	const [, type = "", flags = ""] = /^(\([^)]*\)|.)(.*)$/.exec(marks) ?? [];
	const yaml = /^\d$/.test(key) ? keyOf(name, Number(key)) : key;
	const env = `CODER_${name}`;
	const useInstead =
		successors === "" ? [] : successors.split(",").map((one) => reference(one, name));
	return {
		option: {
			id: env,
			name: titleOf(env),
			description: "",
			env,
			flag: flag || flagOf(name),
			...(yaml && { yaml, yamlPath: [...groups.flatMap((group) => group.yaml ?? []), yaml] }),
			...(usual && { default: usual }),
			groups,
			useInstead,
			hidden: flags.includes("h"),
			secret: flags.includes("s"),
			enterprise: flags.includes("e"),
			workspaceProxies: false,
			duration: type === "d",
		},
		type: type.startsWith("(") ? type.slice(1, -1).split(",") : types[type as keyof typeof types],
		deprecated: useInstead.length > 0 || flags.includes("x"),
		...(/[<>]/.test(flags) && {
			only: flags.includes("<") ? ("older" as const) : ("newer" as const),
		}),
	};
}

function reference(short: string, name: string): DeploymentOption["useInstead"][number] {
	const whole = short.replace(/\*(\d+)$/, (_, same: string) => name.slice(-Number(same)));
	const env = `CODER_${whole}`;
	return { id: env, name: titleOf(env), env };
}
