import { isDeprecated } from "../optionFacts.ts";
import type { DeploymentOption } from "../model.ts";
import { optionType, type OptionType } from "./optionType.ts";
import { keyOf, titleOf } from "./titles.ts";

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

const types = { b: "bool", i: "int", d: "duration", l: "list", m: "map", t: "text" } as const;
const letters = Object.fromEntries(Object.entries(types).map(([letter, type]) => [type, letter]));

/**
 * Writes the options of two versions as a text: a line with the versions; for each group a line that begins with
 * `=`, with its names and YAML keys and the beginning that all its variables have; and for each option one with
 * `VARIABLE|type and marks|YAML key|default|flag|successors`.
 *
 * A number instead of a key stands for so many of the variable's last words, a missing flag for all of them; `*` and
 * a number in a successor stand for so many letters at the end of the variable.
 */
export function writeTable(
	older: { readonly version: string; readonly options: readonly DeploymentOption[] },
	newer: { readonly version: string; readonly options: readonly DeploymentOption[] },
): string {
	const names = [older, newer].map(({ options }) => new Set(options.map(({ env }) => env)));
	const groups = new Map<string, { readonly name: string; readonly facts: string }[]>();
	const both = [...older.options, ...newer.options];
	for (const option of new Map(both.map((option) => [option.env, option])).values()) {
		if (!option.env?.startsWith("CODER_")) continue;
		const [before, after] = names.map((set) => set.has(option.env));
		const only = before && after ? "" : before ? "<" : ">";
		const head = option.groups.map(({ name, yaml }) => [name, yaml].join(":")).join("/");
		const name = option.env.slice("CODER_".length);
		groups.set(head, [...(groups.get(head) ?? []), { name, facts: factsOf(option, name, only) }]);
	}
	const lines = [...groups].flatMap(([head, options]) => {
		const beginning = commonWords(options.map(({ name }) => name));
		return [
			`=${head}|${beginning}`,
			...options.map(({ name, facts }) => `${name.slice(beginning.length)}|${facts}`),
		];
	});
	return [`${older.version} ${newer.version}`, ...lines].join("\n");
}

/** The whole words, with the `_` after them, that all names begin with. */
function commonWords([first = "", ...others]: readonly string[]): string {
	const words = first.split("_").slice(0, -1);
	while (!others.every((name) => name.startsWith(words.map((word) => `${word}_`).join(""))))
		words.pop();
	return words.map((word) => `${word}_`).join("");
}

function factsOf(option: DeploymentOption, name: string, only: string): string {
	const { secret, enterprise, hidden, yaml = "", flag = "", useInstead } = option;
	const type = optionType(option);
	const marks = [
		typeof type === "string" ? letters[type] : `(${type.join(",")})`,
		secret && "s",
		enterprise && "e",
		hidden && "h",
		isDeprecated(option) && useInstead.length === 0 && "x",
		only,
	];
	const words = [1, 2, 3, 4, 5, 6, 7, 8, 9].find((count) => keyOf(name, count) === yaml);
	// `false` is what a switch without a default is.
	const usual = option.default === "false" ? "" : portable(option.default ?? "");
	return [
		marks.filter(Boolean).join(""),
		words ?? yaml,
		usual,
		flag === flagOf(name) ? "" : flag,
		useInstead
			.flatMap(({ env }) => (env ? shorten(env.slice("CODER_".length), name) : []))
			.join(","),
	]
		.join("|")
		.replace(/\|+$/, "");
}

/** Takes out of a default what belongs to the machine, or to the version, that told it. */
function portable(text: string): string {
	return text.replace(/^\/home\/\w+\//, "~/").replace(/\/@v[\d.]+$/, "");
}

const flagOf = (name: string) => name.toLowerCase().replaceAll("_", "-");

function shorten(successor: string, name: string): string {
	let same = 0;
	while (same < name.length && successor.at(-1 - same) === name.at(-1 - same)) same++;
	return same > 1 ? `${successor.slice(0, successor.length - same)}*${String(same)}` : successor;
}

/** Reads what {@link writeTable} wrote. */
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
	const [, type = "", flags = ""] = /^(\(.*\)|.)(.*)$/.exec(marks) ?? [];
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
