import type { WrittenValue } from "./written.ts";

/** The role of a name that isn't just a reference. */
export type Mark = "setting" | "local";

/** The name of a flag, with its dashes. */
export interface FlagPlace {
	readonly start: number;
	readonly end: number;
	readonly name: string;
}

/** A flag and its value. */
export interface MarkedFlag extends FlagPlace {
	readonly value?: WrittenValue;
}

/**
 * Collects what the reader of a form finds in a text. Offsets are in UTF-16 units from the start of the text. Names
 * without a mark are references. Marks in comments have no effect.
 */
export class Marks {
	readonly #names = new Map<number, Mark>();
	readonly #values = new Map<number, WrittenValue>();
	readonly #flags = new Map<number, MarkedFlag>();
	readonly #comments: { readonly from: number; readonly to: number }[] = [];
	#depth = 0;

	/** Marks the name at this offset as given a value for a program to read, or passed on to one. */
	setting(start: number): void {
		this.#names.set(start, "setting");
	}

	/** Marks the name at this offset as assigned, but possibly as a script's or build's own variable. */
	local(start: number): void {
		this.#names.set(start, "local");
	}

	/** Sets the value of the name at this offset, if it can be determined. */
	value(start: number, value: WrittenValue): void {
		if (this.#depth === 0) this.#values.set(start, value);
	}

	/** Marks a flag of `coder server`, and its value if it has one. */
	flag({ start, end, name }: FlagPlace, value: WrittenValue | undefined): void {
		if (this.#depth === 0) this.#flags.set(start, { start, end, name, ...(value && { value }) });
	}

	/** The flags of `coder server`, in order. */
	get flags(): readonly MarkedFlag[] {
		return [...this.#flags.values()].toSorted((a, b) => a.start - b.start);
	}

	/** Reads doubly quoted text, such as a command in a JSON string. Values in it are ignored. */
	nested(read: () => void): void {
		this.#depth++;
		read();
		this.#depth--;
	}

	/** Records that the name at this offset has no effect. */
	drop(start: number): void {
		this.#names.delete(start);
		this.#values.delete(start);
	}

	/** Converts an offset to one in the whole file. */
	place(start: number): number {
		return start;
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

	/** Returns a function that checks whether an offset is in a comment. Must be called with increasing offsets. */
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

/** Reads part of a text: from an offset up to, but not including, another. */
export type Reader = (text: string, from: number, to: number, marks: Marks) => void;
