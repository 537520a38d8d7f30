import { readLoose } from "./loose.ts";
import type { Marks, Reader } from "./marks.ts";
import { ShellCommand } from "./shellCommand.ts";
import { isBlank, isBreak, lineEnd, skipBlanks, skipBreak, trimmedEnd } from "./text.ts";

/** Substitutions nested more deeply are read as plain text. */
const deepest = 50;

/** Reads scripts of sh, bash, zsh, and similar shells. */
export const readShell: Reader = (text, from, to, marks) => {
	new ShellReader(text, to, marks, false).read(from);
};

/**
 * Reads the shell command of a Dockerfile instruction: line breaks don't end the command, and comment lines are
 * skipped.
 */
export const readShellLine: Reader = (text, from, to, marks) => {
	new ShellReader(text, to, marks, true).read(from);
};

class ShellReader {
	readonly #text: string;
	readonly #to: number;
	readonly #marks: Marks;
	readonly #oneLine: boolean;
	/** The delimiters of here-documents that start on the next line. */
	#heredocs: { readonly word: string; readonly tabs: boolean }[] = [];
	#depth = 0;
	/** The current offset. Never decreases. */
	#at = 0;

	constructor(text: string, to: number, marks: Marks, oneLine: boolean) {
		this.#text = text;
		this.#to = to;
		this.#marks = marks;
		this.#oneLine = oneLine;
	}

	read(from: number): void {
		this.#at = from;
		this.#commands("");
	}

	get #char(): string {
		return this.#at < this.#to ? this.#text.charAt(this.#at) : "";
	}

	#starts(part: string): boolean {
		return this.#at + part.length <= this.#to && this.#text.startsWith(part, this.#at);
	}

	/** Reads commands up to the closing character, or to the end. */
	#commands(closing: "" | ")" | "`"): void {
		const command = new ShellCommand(this.#text, this.#marks);
		let open = 0;
		let isTarget = false;
		this.#depth++;
		while (this.#at < this.#to) {
			const character = this.#char;
			if (isBlank(character) || this.#skipContinuation()) {
				if (isBlank(character)) this.#at++;
			} else if (isBreak(character)) {
				if (!this.#oneLine) command.end();
				isTarget = false;
				this.#endLine();
			} else if (character === "#") this.#comment();
			else if (/[<>]/.test(character) && !/[<>]\(/.test(this.#text.slice(this.#at, this.#at + 2))) {
				isTarget = this.#redirect();
			} else if (this.#starts("&>")) {
				this.#at++;
			} else if (character === closing && open === 0) {
				this.#at++;
				break;
			} else if (this.#starts("((") && this.#arithmetic()) {
				command.end();
			} else if (/[;&|()]/.test(character)) {
				if (character === "(") open++;
				else if (character === ")") open = Math.max(0, open - 1);
				command.end();
				this.#at++;
			} else {
				const from = this.#at;
				this.#word();
				if (this.#at === from) this.#at++;
				const word = {
					from,
					to: Math.min(this.#at, this.#to),
					head: from + (/["']/.test(character) ? 1 : 0),
				};
				const isDescriptor =
					/[<>]/.test(this.#char) && /^\d+$/.test(this.#text.slice(from, this.#at));
				if (!isTarget && !isDescriptor) command.add(word);
				isTarget = false;
			}
		}
		command.end();
		this.#depth--;
	}

	#skipContinuation(): boolean {
		if (this.#char !== "\\" || !isBreak(this.#text[this.#at + 1])) return false;
		this.#at = skipBreak(this.#text, this.#at + 1, this.#to);
		this.#skipCommentLines();
		return true;
	}

	#endLine(): void {
		this.#at = skipBreak(this.#text, this.#at, this.#to);
		this.#skipCommentLines();
		const heredocs = this.#heredocs;
		this.#heredocs = [];
		for (const heredoc of heredocs) this.#heredoc(heredoc);
	}

	/** Skips comment lines, which Docker removes before it calls the shell. */
	#skipCommentLines(): void {
		if (!this.#oneLine) return;
		while (this.#text[skipBlanks(this.#text, this.#at, this.#to)] === "#" && this.#at < this.#to) {
			const end = lineEnd(this.#text, this.#at, this.#to);
			this.#at = skipBreak(this.#text, end, this.#to);
		}
	}

	#comment(): void {
		const end = lineEnd(this.#text, this.#at, this.#to);
		if (!this.#oneLine) this.#marks.comment(this.#at, end);
		this.#at = end;
	}

	/** @returns whether the next word is the target of the redirection */
	#redirect(): boolean {
		const isHeredoc = this.#starts("<<") && !this.#starts("<<<");
		while (/[<>&|]/.test(this.#char) && this.#char !== "") this.#at++;
		if (!isHeredoc) return true;
		const tabs = this.#char === "-";
		if (tabs) this.#at++;
		while (isBlank(this.#char)) this.#at++;
		const from = this.#at;
		this.#word();
		const word = this.#text.slice(from, this.#at).replace(/["'\\]/g, "");
		if (word !== "" && !this.#oneLine) this.#heredocs.push({ word, tabs });
		return false;
	}

	#heredoc({ word, tabs }: { readonly word: string; readonly tabs: boolean }): void {
		const from = this.#at;
		let to = from;
		for (let isEnd = false; !isEnd && this.#at < this.#to;) {
			const line = { from: this.#at, to: lineEnd(this.#text, this.#at, this.#to) };
			const start = tabs ? skipBlanks(this.#text, line.from, line.to) : line.from;
			const length = trimmedEnd(this.#text, line) - start;
			isEnd = length === word.length && this.#text.startsWith(word, start);
			this.#at = skipBreak(this.#text, line.to, this.#to);
			to = isEnd ? line.from : this.#at;
		}
		readLoose(this.#text, from, to, this.#marks);
	}

	/** Moves to the end of a word. */
	#word(): void {
		for (let isEmpty = true; this.#at < this.#to; isEmpty = false) {
			const character = this.#char;
			if (isBlank(character) || isBreak(character)) return;
			if (character === "(" && !isEmpty && this.#text[this.#at - 1] === "=") {
				this.#at++;
				this.#list();
			} else if (/[;&|()<>]/.test(character) && !this.#starts("<(") && !this.#starts(">(")) return;
			else if (/[<>]/.test(character)) {
				this.#at += 2;
				this.#nested(")");
			} else if (!this.#piece(false)) return;
		}
	}

	/**
	 * Reads one character, or something quoted or substituted: `'…'`, `"…"`, `$(…)`, `${…}`. @returns false at a
	 * closing backtick
	 */
	#piece(isQuoted: boolean): boolean {
		const character = this.#char;
		if (character === "\\") {
			const next = this.#at + 1;
			this.#at = isBreak(this.#text[next]) ? skipBreak(this.#text, next, this.#to) : next + 1;
		} else if (character === "'" && !isQuoted) this.#toQuote();
		else if (character === '"' && !isQuoted) {
			this.#at++;
			while (this.#at < this.#to && this.#char !== '"' && this.#piece(true));
			if (this.#char === '"') this.#at++;
		} else if (this.#starts("$(")) {
			this.#at++;
			if (this.#starts("((") && this.#arithmetic()) return true;
			this.#at++;
			this.#nested(")");
		} else if (this.#starts("${")) this.#braces(isQuoted);
		else if (character === "`") {
			if (this.#inBackticks) return false;
			this.#at++;
			this.#inBackticks = true;
			this.#nested("`");
			this.#inBackticks = false;
		} else this.#at++;
		return true;
	}

	#inBackticks = false;
	/** Arithmetic that starts before this offset isn't closed. */
	#unbalanced = 0;

	/** Skips `((…))`, in which `<<` doesn't start a here-document. Does nothing if it isn't closed on the same line. */
	#arithmetic(): boolean {
		if (this.#at < this.#unbalanced) return false;
		let open = 0;
		let at = this.#at;
		for (; at < this.#to && !isBreak(this.#text[at]); at++) {
			if (this.#text[at] === "(") open++;
			else if (this.#text[at] === ")" && --open === 0) break;
		}
		if (open > 0) {
			this.#unbalanced = at;
			return false;
		}
		if (this.#text[at - 1] !== ")") return false;
		this.#at = at + 1;
		return true;
	}

	#toQuote(): void {
		const close = this.#text.indexOf("'", this.#at + 1);
		this.#at = close < 0 || close >= this.#to ? this.#to : close + 1;
	}

	#nested(closing: ")" | "`"): void {
		if (this.#depth < deepest) this.#commands(closing);
	}

	#braces(isQuoted: boolean): void {
		this.#at += 2;
		if (this.#depth >= deepest) return;
		this.#depth++;
		while (this.#at < this.#to && this.#char !== "}") {
			if (!this.#piece(isQuoted)) break;
		}
		if (this.#char === "}") this.#at++;
		this.#depth--;
	}

	/** Skips the elements of `NAME=(a b)`, which may span several lines. */
	#list(): void {
		while (this.#at < this.#to && this.#char !== ")") {
			const character = this.#char;
			if (character === "#" && /\s/.test(this.#text.charAt(this.#at - 1))) this.#comment();
			else if (isBlank(character) || isBreak(character) || /[;&|(<>]/.test(character)) this.#at++;
			else if (!this.#piece(false)) this.#at++;
		}
		this.#at++;
	}
}
