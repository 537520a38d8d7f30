import { readCommandLine } from "./commandLine.ts";
import { commandWord } from "./commandWords.ts";
import type { Marks } from "./marks.ts";
import { assignmentEnd, assignsAt, isName, nameEnd } from "./text.ts";
import { markValue } from "./unquote.ts";
import { contentEnd, markArgument, type Word } from "./wordSpans.ts";

/** Commands, and arguments of commands, after which `NAME=value` passes a variable to a program. */
const handing =
	/^(?:env|export|setenv|sudo|doas|set-environment|config:set|setx|secrets?|variables?|vars)$/;

/** Commands that declare variables. With `-x`, they export them. */
const declaring = /^(?:declare|typeset|local|readonly)$/;

/** Words that can precede a command. */
const reserved =
	/^(?:!|\{|\}|if|then|elif|else|fi|while|until|do|done|time|exec|command|builtin|nohup|coproc)$/;

/** Reads a simple command word by word: assignments first, then its name and arguments. */
export class ShellCommand {
	readonly #text: string;
	readonly #marks: Marks;
	/** Offsets of the names assigned before the command's name. */
	#assigned: number[] = [];
	#words: Word[] = [];
	#name = "";
	#before = "";
	#hands = false;
	/** Whether `set -a` is in effect: all assigned variables are exported. */
	#exportsAll = false;

	constructor(text: string, marks: Marks) {
		this.#text = text;
		this.#marks = marks;
	}

	/** Whether the next word is the command's name, or an assignment before it. */
	get atStart(): boolean {
		return this.#name === "";
	}

	add(word: Word): void {
		this.#words.push(word);
		const raw = this.#text.slice(word.from, word.to);
		if (this.atStart) this.#begin(word, raw);
		else this.#argument(word, raw);
		this.#before = raw;
	}

	/** Variables assigned before a command are passed to it. Without a command, they are the script's own. */
	end(): void {
		for (const start of this.#assigned) {
			if (this.#exportsAll || this.#name !== "") this.#marks.setting(start);
			else this.#marks.local(start);
		}
		this.#readFlags();
		this.#assigned = [];
		this.#name = "";
		this.#before = "";
		this.#hands = false;
	}

	/** Reads the flags of `coder server`. */
	#readFlags(): void {
		const words = this.#words;
		this.#words = [];
		const [first, second] = words;
		if (!first || !second) return;
		const line = this.#text.slice(first.from, words.at(-1)?.to);
		if (!line.includes("coder") || !line.includes("-")) return;
		readCommandLine(
			this.#text,
			words.map((word) => commandWord(this.#text, word, "shell")),
			"command",
			this.#marks,
		);
	}

	#begin(word: Word, raw: string): void {
		if (/^\w+(?:\[[^\]]*\])?\+?=(?!=)/.test(raw.slice(0, 200))) {
			if (nameEnd(this.#text, word.from, word.to) === 0) return;
			this.#assigned.push(word.from);
			this.#value(word, word.from);
		} else if (reserved.test(raw) && this.#assigned.length === 0) this.end();
		else {
			this.#name = raw.slice(raw.lastIndexOf("/") + 1);
			this.#hands = handing.test(this.#name);
		}
	}

	#argument(word: Word, raw: string): void {
		const { head } = word;
		if (this.#name === "set") this.#set(raw);
		else if (/^(?:unset|read|for|select|test|\[\[?)$/.test(this.#name)) return;
		else if (/^-/.test(raw) && declaring.test(this.#name)) this.#hands ||= raw.includes("x");
		else if (raw === "-n" && this.#name === "export") this.#name = "unset";
		else if (this.#assigns(word)) {
			if (this.#hands) {
				this.#marks.setting(head);
				this.#value(word, head);
			} else this.#marks.local(head);
		} else if (this.#hands && this.#passesNames(word)) this.#marks.setting(head);
		if (handing.test(raw)) this.#hands = true;
		markArgument(this.#text, word, this.#before, this.#marks, (start) => {
			this.#value(word, start);
		});
	}

	#value(word: Word, start: number): void {
		markValue(this.#text, word, start, "shell", this.#marks);
	}

	#assigns({ head, to }: Word): boolean {
		const end = nameEnd(this.#text, head, to);
		if (end === 0) return false;
		if (this.#text[end] !== "[") return assignmentEnd(this.#text, head, to) > 0;
		const close = this.#text.slice(end, Math.min(to, end + 100)).indexOf("]");
		return close > 0 && assignsAt(this.#text, end + close + 1);
	}

	/** Whether a word passes on a variable that already has a value, as in `export CODER_X`. */
	#passesNames(word: Word): boolean {
		return (
			(this.#name === "export" || declaring.test(this.#name)) &&
			isName(this.#text, { from: word.head, to: contentEnd(this.#text, word) })
		);
	}

	#set(raw: string): void {
		if (/^-\w*a/.test(raw) || (raw === "allexport" && /^-\w*o$/.test(this.#before))) {
			this.#exportsAll = true;
		} else if (/^\+\w*a/.test(raw) || (raw === "allexport" && /^\+\w*o$/.test(this.#before))) {
			this.#exportsAll = false;
		}
	}
}
