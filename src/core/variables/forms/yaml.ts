import { readLoose } from "./loose.ts";
import type { Marks, Reader } from "./marks.ts";
import { readShell } from "./shell.ts";
import { isTemplateComment, templateEnd } from "./templates.ts";
import { isBlank, isBreak, lineEnd, skipBlanks, skipBreak, trimmedEnd, type Span } from "./text.ts";
import { isScriptKey, readScalar, type ScalarPlace } from "./yamlScalar.ts";

/** YAML, and templates of it: keys, items, scalars in all their styles, and flow collections. */
export const readYaml: Reader = (text, from, to, marks) => {
	new YamlReader(text, to, marks).read(from);
};

interface Key {
	readonly column: number;
	readonly text: string;
}

class YamlReader {
	readonly #text: string;
	readonly #to: number;
	readonly #marks: Marks;
	/** The keys that a line is under, the innermost last. */
	readonly #keys: Key[] = [];
	/** Brackets of flow collections that are open, the innermost last. */
	readonly #flow: ("{" | "[")[] = [];
	/** The column that a flow collection has to be further in than. */
	#flowColumn = -1;
	#at = 0;

	constructor(text: string, to: number, marks: Marks) {
		this.#text = text;
		this.#to = to;
		this.#marks = marks;
	}

	read(from: number): void {
		this.#at = from;
		while (this.#at < this.#to) {
			const line = this.#at;
			this.#at = skipBlanks(this.#text, line, this.#to);
			if (this.#flow.length > 0 && this.#isOutside(line)) this.#flow.length = 0;
			if (this.#flow.length > 0) this.#flowLine();
			else this.#node(line);
			if (this.#at < this.#to && isBreak(this.#char)) {
				this.#at = skipBreak(this.#text, this.#at, this.#to);
			}
		}
	}

	get #char(): string {
		return this.#at < this.#to ? this.#text.charAt(this.#at) : "";
	}

	#starts(part: string): boolean {
		return this.#text.startsWith(part, this.#at);
	}

	#skipBlanks(): void {
		this.#at = skipBlanks(this.#text, this.#at, this.#to);
	}

	/** Whether a character of YAML's own stands alone: with space, or nothing, behind it. */
	#isAlone(offset: number): boolean {
		const next = this.#text[offset + 1];
		return offset + 1 >= this.#to || isBlank(next) || isBreak(next);
	}

	/** Whether a line is no part of a flow collection that nobody closed: it isn't further in than its key. */
	#isOutside(line: number): boolean {
		return this.#at - line <= this.#flowColumn && !/[\s}\],]/.test(this.#char) && this.#char !== "";
	}

	/** What is left of a line, in block style. @param line where the line begins */
	#node(line: number): void {
		let place: ScalarPlace = { list: false };
		/** The column that a block scalar has to be further in than. */
		let column = -1;
		while (this.#at < this.#to && !isBreak(this.#char)) {
			const here = this.#at - line;
			if (this.#properties()) continue;
			if (this.#char === "#") this.#comment();
			else if (/[-?]/.test(this.#char) && this.#isAlone(this.#at)) {
				this.#leave(here + 1);
				const isExplicitKey = this.#char === "?";
				place = { list: !isExplicitKey, isExplicitKey, parent: this.#keys.at(-1)?.text };
				column = here;
				this.#at++;
			} else if (/^[|>][-+\d]*(?:[\s#]|$)/.test(this.#text.slice(this.#at, this.#at + 5))) {
				this.#blockScalar(column, place.key ?? place.parent);
				return;
			} else if (/[{[]/.test(this.#char)) this.#flowLine(place);
			else {
				const key = this.#scalar(place);
				if (key !== undefined) {
					this.#leave(here);
					this.#keys.push({ column: here, text: key });
					place = { list: false, key, parent: this.#keys.at(-2)?.text };
					column = here;
				}
			}
		}
	}

	/** Leaves the keys that are at a column, or further in. */
	#leave(column: number): void {
		while ((this.#keys.at(-1)?.column ?? -1) >= column) this.#keys.pop();
	}

	/** Skips space, anchors, tags and templates. @returns whether there was any */
	#properties(): boolean {
		const from = this.#at;
		this.#skipBlanks();
		if (/[&!*]/.test(this.#char)) {
			while (this.#at < this.#to && !isBlank(this.#char) && !isBreak(this.#char)) {
				if (this.#flow.length > 0 && /[,\]}]/.test(this.#char)) break;
				this.#at++;
			}
		}
		if (/^\{[{%#]/.test(this.#text.slice(this.#at, this.#at + 2))) this.#template();
		return this.#at > from;
	}

	/** `{{ … }}` and `{% … %}` in one line, and comments of templates. */
	#template(): void {
		const end = templateEnd(this.#text, this.#at, this.#to);
		if (isTemplateComment(this.#text, this.#at)) this.#marks.comment(this.#at, end);
		this.#at = end;
	}

	#comment(): void {
		const end = lineEnd(this.#text, this.#at, this.#to);
		this.#marks.comment(this.#at, end);
		this.#at = end;
	}

	/** Reads the lines of a block scalar, which are further in than a column. */
	#blockScalar(column: number, key: string | undefined): void {
		let at = lineEnd(this.#text, this.#at, this.#to);
		for (let i = this.#at; i < at; i++) {
			if (this.#text[i] === "#") {
				this.#marks.comment(i, at);
				break;
			}
		}
		const from = skipBreak(this.#text, at, this.#to);
		let to = from;
		for (at = from; at < this.#to;) {
			const end = lineEnd(this.#text, at, this.#to);
			const start = skipBlanks(this.#text, at, end);
			if (start < end && start - at <= column) break;
			at = skipBreak(this.#text, end, this.#to);
			to = at;
		}
		const isScript =
			isScriptKey(key) || this.#text.startsWith("#!", skipBlanks(this.#text, from, to));
		(isScript ? readShell : readLoose)(this.#text, from, to, this.#marks);
		this.#at = to;
	}

	/** A scalar, which may be a key. @returns its text if it is one */
	#scalar(place: ScalarPlace): string | undefined {
		const quote = /["']/.test(this.#char) ? this.#char : "";
		const content = quote ? this.#quoted(quote) : this.#plain();
		const colon = skipBlanks(this.#text, this.#at, this.#to);
		// JSON's keys need no space behind the colon.
		const mayBeKey = this.#flow.length > 0 || place.key === undefined;
		const isKey =
			mayBeKey &&
			this.#text[colon] === ":" &&
			colon < this.#to &&
			(this.#isAlone(colon) || (quote !== "" && this.#flow.length > 0));
		readScalar(this.#text, content, isKey || place.isExplicitKey ? "key" : place, this.#marks);
		if (!isKey) return undefined;
		this.#at = colon + 1;
		return this.#text.slice(content.from, content.to);
	}

	/** Goes behind a text in quotes, which may go on over lines. */
	#quoted(quote: string): Span {
		const from = this.#at + 1;
		for (this.#at = from; this.#at < this.#to; this.#at++) {
			if (quote === '"' && this.#char === "\\") this.#at++;
			else if (this.#char === quote) {
				if (quote === '"' || this.#text[this.#at + 1] !== "'") break;
				this.#at++;
			}
		}
		const to = Math.min(this.#at, this.#to);
		this.#at = Math.min(to + 1, this.#to);
		return { from, to };
	}

	/** Goes to the end of a plain scalar: a colon that ends a key, a comment, the line's end, or what ends it in flow. */
	#plain(): Span {
		const from = this.#at;
		for (; this.#at < this.#to && !isBreak(this.#char); this.#at++) {
			if (this.#char === ":" && this.#isAlone(this.#at)) break;
			if (this.#char === "#" && isBlank(this.#text[this.#at - 1])) break;
			if (this.#starts("{{")) {
				this.#template();
				this.#at--;
			} else if (this.#flow.length > 0) {
				if (this.#starts("${")) this.#expansion();
				else if (/[,[\]{}]/.test(this.#char)) break;
			}
		}
		// A character that can't begin a scalar is one all the same.
		if (this.#at === from) this.#at++;
		return { from, to: trimmedEnd(this.#text, { from, to: this.#at }) };
	}

	/** Goes to the end of `${…}`, which is no flow collection. */
	#expansion(): void {
		while (this.#at < this.#to && !isBreak(this.#text[this.#at + 1]) && this.#char !== "}")
			this.#at++;
	}

	/** What a line has of flow collections. @param outside where the outermost stands */
	#flowLine(outside: ScalarPlace = { list: false }): void {
		let key: string | undefined;
		while (this.#at < this.#to && !isBreak(this.#char)) {
			if (this.#properties()) continue;
			const character = this.#char;
			if (character === "#") this.#comment();
			else if (character === "{" || character === "[") {
				this.#flow.push(character);
				key = undefined;
				this.#at++;
			} else if (character === "}" || character === "]") {
				this.#flow.pop();
				this.#at++;
				if (this.#flow.length === 0) return;
			} else if (character === ",") {
				key = undefined;
				this.#at++;
			} else {
				const list = this.#flow.at(-1) === "[";
				const parent = outside.key ?? this.#keys.at(-1)?.text;
				const found = this.#scalar({ list: list && key === undefined, key, parent });
				if (found !== undefined) key = found;
			}
		}
	}
}
