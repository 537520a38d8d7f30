import { readCommandLine, type CommandWord } from "./commandLine.ts";
import type { Token } from "./keyedTokens.ts";
import { keyedWord } from "./keyedWord.ts";
import type { Marks } from "./marks.ts";
import { isCoderImage } from "./serverCommand.ts";
import type { KeyedQuoting } from "./written.ts";

/** Keys of containers and tasks with parts of a command line, in the order in which they form it. */
const parts = ["entrypoint", "command", "cmd", "args"] as const;
type Part = (typeof parts)[number];

/** What a block sets about one container or task. */
interface Container {
	readonly words: Partial<Record<Part, CommandWord[]>>;
	image: string;
}

/** The content of a pair of brackets. */
interface Frame {
	/** By the path before the last key: Nix can set several containers in a block. */
	readonly containers: Map<string, Container>;
	/** The words of a list with a part of a command line. */
	readonly words?: CommandWord[];
	/** The current key, and whether it has no value yet. */
	key: string;
	isOpen: boolean;
}

/**
 * Finds the flags of `coder server` in lists of arguments, such as those of an ECS task definition, a container in
 * Terraform, or a Nomad task.
 */
export class KeyedCommands {
	readonly #text: string;
	readonly #marks: Marks;
	readonly #quoting: KeyedQuoting;
	readonly #frames: Frame[] = [{ containers: new Map(), key: "", isOpen: false }];

	constructor(text: string, marks: Marks, quoting: KeyedQuoting) {
		this.#text = text;
		this.#marks = marks;
		this.#quoting = quoting;
	}

	/** @param isKey whether a value follows */
	add(token: Token, isKey: boolean): void {
		const frame = this.#frames.at(-1);
		if (!frame || token.kind === "break" || token.kind === "comment") return;
		if (isKey) {
			frame.key = this.#text.slice(token.from, Math.min(token.to, token.from + 200));
			frame.isOpen = true;
		} else if (token.kind === "sign") this.#sign(frame, token);
		else if (frame.words) this.#item(frame, frame.words, token);
		else if (frame.isOpen) this.#value(frame, token);
	}

	/** Must be called after the last token. */
	end(): void {
		while (this.#frames.length > 0) this.#close();
	}

	#sign(frame: Frame, token: Token): void {
		const character = this.#text.charAt(token.from);
		if (/[{[(]/.test(character)) {
			if (frame.words) this.#item(frame, frame.words, token);
			const words = character === "[" && frame.isOpen ? this.#wordsOf(frame) : undefined;
			frame.isOpen = false;
			this.#frames.push({
				containers: new Map(),
				key: "",
				isOpen: words !== undefined,
				...(words && { words }),
			});
		} else if (/[}\])]/.test(character)) {
			if (this.#frames.length > 1) this.#close();
		} else if (character === "," && frame.words) frame.isOpen = true;
	}

	/** Adds an item of a list. If several tokens form an expression, its value is unknown. */
	#item(frame: Frame, words: CommandWord[], token: Token): void {
		const last = words.at(-1);
		const begins = this.#quoting === "nix" || frame.isOpen;
		const isLiteral = token.kind === "string" || token.kind === "word";
		frame.isOpen = false;
		if (begins && isLiteral) words.push(keyedWord(this.#text, token, this.#quoting));
		else {
			const { from = token.from, head = token.from } = (begins ? undefined : last) ?? {};
			if (!begins) words.pop();
			const { to } = token;
			words.push({ from, head, to, quoting: this.#quoting, isWhole: true, why: "reference" });
		}
	}

	/** Takes a value that isn't a list: the image, or a command without arguments. */
	#value(frame: Frame, token: Token): void {
		frame.isOpen = false;
		if (token.kind !== "string") return;
		const { name, container } = this.#place(frame);
		if (name === "image") container.image = this.#text.slice(token.from, token.to);
		else this.#wordsOf(frame)?.push(keyedWord(this.#text, token, this.#quoting));
	}

	#wordsOf(frame: Frame): CommandWord[] | undefined {
		const { name, container } = this.#place(frame);
		const part = parts.find((one) => one === name);
		return part && (container.words[part] = []);
	}

	/** Returns the last part of the current key, and the container that it is about. */
	#place({ containers, key }: Frame): { readonly name: string; readonly container: Container } {
		const dot = key.lastIndexOf(".");
		const path = key.slice(0, Math.max(dot, 0));
		const container = containers.get(path) ?? { words: {}, image: "" };
		containers.set(path, container);
		return { name: key.slice(dot + 1).toLowerCase(), container };
	}

	#close(): void {
		for (const { words, image } of this.#frames.pop()?.containers.values() ?? []) {
			const all = parts.flatMap((part) => words[part] ?? []);
			// Without an entry point of its own, a container passes its arguments to that of the image.
			const isImplied = !words.entrypoint && !(words.args && words.command) && isCoderImage(image);
			if (all.length > 0)
				readCommandLine(this.#text, all, isImplied ? "image" : "command", this.#marks);
		}
	}
}
