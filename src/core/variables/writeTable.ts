import { trimEndOf } from "../base/trimEnd.ts";
import { collect } from "../base/collect.ts";
import type { DeploymentOption } from "../coder/model.ts";
import { isDeprecated } from "../options/optionFacts.ts";
import { optionType } from "../options/optionType.ts";
import { types } from "./readTable.ts";
import { flagOf, keyOf } from "./titles.ts";

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
	const groups = new Map<string, { name: string; facts: string }[]>();
	const both = [...older.options, ...newer.options];
	for (const option of new Map(both.map((option) => [option.env, option])).values()) {
		if (!option.env?.startsWith("CODER_")) continue;
		const [before, after] = names.map((set) => set.has(option.env));
		const only = before && after ? "" : before ? "<" : ">";
		const head = option.groups.map(({ name, yaml }) => [name, yaml].join(":")).join("/");
		const name = option.env.slice("CODER_".length);
		collect(groups, head, { name, facts: factsOf(option, name, only) });
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
	const facts = [
		marks.filter(Boolean).join(""),
		words ?? yaml,
		usual,
		flag === flagOf(name) ? "" : flag,
		useInstead
			.flatMap(({ env }) => (env ? shorten(env.slice("CODER_".length), name) : []))
			.join(","),
	].join("|");
	return trimEndOf(facts, "|");
}

/** Takes out of a default what belongs to the machine, or to the version, that told it. */
function portable(text: string): string {
	return text.replace(/^\/home\/\w+\//, "~/").replace(/\/@v[\d.]+$/, "");
}

function shorten(successor: string, name: string): string {
	let same = 0;
	while (same < name.length && successor.at(-1 - same) === name.at(-1 - same)) same++;
	return same > 1 ? `${successor.slice(0, successor.length - same)}*${String(same)}` : successor;
}
