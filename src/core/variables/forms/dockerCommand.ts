import { readCommandLine, type CommandWord } from "./commandLine.ts";
import { isCoderImage } from "./serverCommand.ts";
import { keyedTokens } from "./keyedTokens.ts";
import { keyedWord } from "./keyedWord.ts";
import type { Marks } from "./marks.ts";
import type { Span } from "./text.ts";

/** The command line of a stage in a Dockerfile, from `ENTRYPOINT` and `CMD` in JSON form. */
export class DockerCommand {
	readonly #text: string;
	readonly #marks: Marks;
	#isCoder = false;
	#entryPoint: readonly CommandWord[] | undefined;
	#arguments: readonly CommandWord[] = [];

	constructor(text: string, marks: Marks) {
		this.#text = text;
		this.#marks = marks;
	}

	/** Starts a stage with the arguments of its `FROM`. */
	from(text: string): void {
		this.end();
		const [image = ""] = text.split(/\s+/).filter((word) => !word.startsWith("--"));
		this.#isCoder = isCoderImage(image);
	}

	/** Adds an instruction. Without JSON form, a shell runs it, which reads no flags from here. */
	add(name: "CMD" | "ENTRYPOINT", span: Span): void {
		const words = this.#text[span.from] === "[" ? jsonWords(this.#text, span) : [];
		if (name === "CMD") this.#arguments = words;
		else this.#entryPoint = words;
	}

	/** Reads the command line of the last stage. */
	end(): void {
		const words = [...(this.#entryPoint ?? []), ...this.#arguments];
		const isImplied = this.#isCoder && this.#entryPoint === undefined;
		readCommandLine(this.#text, words, isImplied ? "image" : "command", this.#marks);
		this.#entryPoint = undefined;
		this.#arguments = [];
		this.#isCoder = false;
	}
}

/** Returns the strings of a JSON array. */
function jsonWords(text: string, { from, to }: Span): CommandWord[] {
	const words: CommandWord[] = [];
	for (const token of keyedTokens(text, from, to, { signs: "", quoting: "json" })) {
		if (token.kind !== "string") continue;
		const { why: _why, ...word } = keyedWord(text, token, "json");
		// Docker doesn't expand variables here.
		words.push({ ...word, text: word.text ?? text.slice(token.from, token.to) });
	}
	return words;
}
