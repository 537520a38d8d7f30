import type { WrittenValue } from "./written.ts";

/** What a name is there for, where it is more than a reference. */
export type Mark = "setting" | "local";

/**
 * What the reader of a form tells of a text. Offsets are UTF-16 units from the text's beginning; what isn't marked
 * is a reference. A mark inside a comment has no effect.
 */
export class Marks {
	readonly #names = new Map<number, Mark>();
	readonly #values = new Map<number, WrittenValue>();
	readonly #comments: { readonly from: number; readonly to: number }[] = [];
	#depth = 0;

	/** A name at this offset is given a value for a program to read, or is passed on to one. */
	setting(start: number): void {
		this.#names.set(start, "setting");
	}

	/** A name at this offset is assigned where it may be a script's, or a build's, own variable. */
	local(start: number): void {
		this.#names.set(start, "local");
	}

	/** The value that the name at an offset is given, where it can be told. */
	value(start: number, value: WrittenValue): void {
		if (this.#depth === 0) this.#values.set(start, value);
	}

	/** Reads what is quoted twice, such as a command in a text of JSON: values in it are not told. */
	nested(read: () => void): void {
		this.#depth++;
		read();
		this.#depth--;
	}

	comment(from: number, to: number): void {
		this.#comments.push({ from, to });
	}

	at(start: number): Mark | undefined {
		return this.#names.get(start);
	}

	valueAt(start: number): WrittenValue | undefined {
		return this.#values.get(start);
	}

	/** Returns a function that tells whether an offset is in a comment; to be called with rising offsets. */
	commented(): (offset: number) => boolean {
		const comments = this.#comments.toSorted((a, b) => a.from - b.from);
		let next = 0;
		let end = 0;
		return (offset) => {
			for (let comment; (comment = comments[next]) && comment.from <= offset; next++) {
				end = Math.max(end, comment.to);
			}
			return offset < end;
		};
	}
}

/** Reads a part of a text: from an offset up to another one, which is not part of it. */
export type Reader = (text: string, from: number, to: number, marks: Marks) => void;
