import { CST } from "yaml";
import { readCommandLine, type CommandWord } from "./commandLine.ts";
import { isCoderImage } from "./serverCommand.ts";
import { commandWords } from "./commandWords.ts";
import { isTemplated } from "./templates.ts";
import { blockStart, contentOf, readCollection, textOf, type YamlItem } from "./yamlTokens.ts";
import { Marks } from "./marks.ts";
import { literalOf, spanOf } from "./yamlLiteral.ts";
import type { Quoting } from "./written.ts";

/** Keys of containers and services with parts of a command line, in the order in which they form it. */
const parts = ["entrypoint", "command", "args"] as const;

/** Keys that matter to command lines. */
export const commandKeys: ReadonlySet<string | undefined> = new Set([
	...parts,
	"commandArgs",
	"image",
]);

/** Reads the flags of `coder server` in a map: of a service, a container, or values of Coder's Helm chart. */
export function readYamlCommand(
	text: string,
	from: number,
	items: readonly YamlItem[],
	quoting: Quoting,
	marks: Marks,
): void {
	const values = new Map<string, CST.Token>();
	for (const { key, value } of items) {
		const name = key && textOf(key);
		if (name !== undefined && value && commandKeys.has(name)) values.set(name, value);
	}
	const wordsOf = (key: string): CommandWord[] => {
		const value = values.get(key);
		return value ? wordsIn(text, from, value, quoting) : [];
	};
	const chart = wordsOf("commandArgs");
	if (chart.length > 0) readCommandLine(text, chart, "coder", marks);
	const words = parts.flatMap(wordsOf);
	if (words.length === 0) return;
	// Compose's `command`, and Kubernetes' `args`, are arguments of the image's entry point.
	const isImplied =
		!values.has("entrypoint") &&
		!(values.has("args") && values.has("command")) &&
		isCoderImage(textOf(values.get("image")) ?? "");
	readCommandLine(text, words, isImplied ? "image" : "command", marks);
}

function wordsIn(text: string, from: number, token: CST.Token, quoting: Quoting): CommandWord[] {
	if (CST.isCollection(token)) {
		if (token.type === "block-map") return [];
		return readCollection(token, from, new Marks()).items.flatMap(({ value }) =>
			value && CST.isScalar(value) ? [item(text, from, value, quoting)] : [],
		);
	}
	if (!CST.isScalar(token)) return [];
	if (token.type === "block-scalar") {
		const start = from + blockStart(token);
		return commandWords(text, { from: start, to: start + token.source.length }, "shell");
	}
	const content = contentOf(token);
	const span = { from: content.from + from, to: content.to + from };
	const raw = text.slice(span.from, span.to);
	// Quotes in quotes aren't read.
	if (token.type !== "scalar" && ['"', "'", "\\"].some((one) => raw.includes(one))) return [];
	return commandWords(text, span, "shell");
}

function item(
	text: string,
	from: number,
	token: CST.FlowScalar | CST.BlockScalar,
	quoting: Quoting,
): CommandWord {
	const span = spanOf(token, from);
	const raw = text.slice(span.from, span.to);
	const head = token.type === "block-scalar" ? span.from : contentOf(token).from + from;
	const literal = isTemplated(raw)
		? { why: "templated" as const }
		: literalOf(textOf(token) ?? "", quoting);
	return { ...span, head, quoting, isWhole: true, ...literal };
}
