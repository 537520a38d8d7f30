import { headComment } from "./headComment.ts";
import { t } from "../base/l10n.ts";
import type { DeploymentOption } from "../coder/model.ts";
import type { ChosenOption } from "./chosenOptions.ts";
import { commentLines } from "./commentLines.ts";
import { envEntry, type EnvContext } from "./envEntries.ts";
import { quoteEnvValue } from "./envFile.ts";
import { commentedOut } from "./envWriter.ts";
import { typeWord } from "../options/optionTypes.ts";
import { isReadAsText, whyCommentedOut, yamlNotes, yamlValue } from "./yamlOption.ts";
import type { YamlNode, YamlPlace } from "./yamlPlaces.ts";
import type { YamlGroup, YamlKey } from "./yamlTree.ts";
import { yamlEntry, yamlKey } from "./yamlValue.ts";

/** Collects the lines of a YAML file and records the positions of keys. */
export class YamlWriter {
	readonly #lines: string[] = [];
	readonly #places = new Map<string, YamlPlace>();

	/** The written text, with a line break at its end. */
	get text(): string {
		return `${this.#lines.join("\n")}\n`;
	}

	/** The positions of the options, by ID. */
	get places(): ReadonlyMap<string, YamlPlace> {
		return this.#places;
	}

	line(text: string): void {
		this.#lines.push(text);
	}

	comment(text: string, indent = ""): void {
		for (const line of commentLines(text)) this.#lines.push(indent + line);
	}

	/** Writes a key and everything in it. */
	key(key: YamlKey, depth: number): YamlNode {
		return "chosen" in key
			? this.#option(key.key, key.chosen, "  ".repeat(depth))
			: this.#group(key, depth);
	}

	/** Writes options that have no YAML key, as environment variables inside a comment. */
	others(options: readonly ChosenOption[], context: EnvContext): YamlNode {
		this.line("");
		const firstLine = this.#lines.length;
		this.comment(
			t("Options that can't be set in this file. Set them as environment variables of the server:"),
		);
		const line = this.#lines.length - 1;
		const children = options.map((chosen) => this.#variable(chosen, context));
		const end = this.#lines[line]?.length ?? 0;
		return {
			key: t("Environment variables"),
			place: { firstLine, line, lastLine: this.#lines.length - 1, start: 2, end },
			children,
		};
	}

	#group({ key, description, children }: YamlGroup, depth: number): YamlNode {
		const firstLine = this.#lines.length;
		const indent = "  ".repeat(depth);
		if (description !== "") this.comment(description, indent);
		const line = this.#lines.length;
		const shown = yamlKey(key);
		this.line(`${indent}${shown}:`);
		const nodes = children.map((child) => this.key(child, depth + 1));
		const lastLine = this.#lines.length - 1;
		const start = indent.length;
		return {
			key,
			place: { firstLine, line, lastLine, start, end: start + shown.length },
			children: nodes,
		};
	}

	#option(key: string, { option, note }: ChosenOption, indent: string): YamlNode {
		const firstLine = this.#lines.length;
		const type = typeWord(option);
		this.comment(headComment(option, type), indent);
		const obstacle = whyCommentedOut(option, type);
		const notes = [note, ...yamlNotes(option), obstacle];
		for (const sentence of notes) if (sentence !== undefined) this.comment(sentence, indent);
		const entry = yamlEntry(key, yamlValue(option, type), isReadAsText(type));
		const line = this.#lines.length;
		for (const text of obstacle === undefined ? entry : commentedOut(entry)) {
			this.line(text === "" ? "" : indent + text);
		}
		const start = indent.length + (obstacle === undefined ? 0 : 2);
		return this.#node(key, option, firstLine, line, start, start + yamlKey(key).length);
	}

	#variable(chosen: ChosenOption, context: EnvContext): YamlNode {
		const firstLine = this.#lines.length;
		const { option, name, text, notes } = envEntry(chosen, context);
		for (const sentence of notes) this.comment(sentence);
		const line = this.#lines.length;
		for (const drawn of commentedOut([`${name}=${quoteEnvValue(text)}`])) this.line(drawn);
		return this.#node(name, option, firstLine, line, 2, 2 + name.length);
	}

	#node(
		key: string,
		option: DeploymentOption,
		firstLine: number,
		line: number,
		start: number,
		end: number,
	): YamlNode {
		const place = { firstLine, line, lastLine: this.#lines.length - 1, start, end };
		this.#places.set(option.id, place);
		return { key, place, option, children: [] };
	}
}
