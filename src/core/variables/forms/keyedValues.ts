import { keyedLiteral, quotedSpan } from "./keyedLiteral.ts";
import type { Token } from "./keyedTokens.ts";
import type { Marks } from "./marks.ts";
import { isName, type Span } from "./text.ts";
import type { KeyedQuoting, WrittenValue } from "./written.ts";

/** The content of a pair of brackets. */
interface Frame {
	readonly from: number;
	/** The name of the block. */
	readonly label: string;
	/** The variable that `name` refers to. Its value is in the same block. */
	name?: Span;
	value?: WrittenValue;
	/** `name` and `value` of a `set` block, as written. */
	setName?: string;
	setValue?: Span | undefined;
}

/** A key and the tokens after its sign. */
interface Assignment {
	readonly key: Span;
	readonly text: string;
	count: number;
	first?: Token;
	to: number;
}

/**
 * Finds the values of variables: in `NAME = "x"`, in `name = NAME` with `value = "x"`, and in pairs of `set` blocks.
 */
export class KeyedValues {
	readonly #text: string;
	readonly #marks: Marks;
	readonly #quoting: KeyedQuoting;
	readonly #frames: Frame[] = [{ from: 0, label: "" }];
	/** Assignments that are interrupted by brackets, innermost last. */
	readonly #open: (Assignment | undefined)[] = [];
	/** The names and values in `set` blocks, by path without the last key. */
	readonly #setNames = new Map<string, number>();
	readonly #setValues = new Map<string, WrittenValue>();
	#current: Assignment | undefined;

	constructor(text: string, marks: Marks, quoting: KeyedQuoting) {
		this.#text = text;
		this.#marks = marks;
		this.#quoting = quoting;
	}

	/**
	 * Adds a token.
	 *
	 * @param isKey whether a value follows
	 * @param label the label of the bracket that the token opens
	 */
	add(token: Token, isKey: boolean, label: string): void {
		if (isKey) {
			this.#settle();
			const key = { from: token.from, to: token.to };
			this.#current = { key, text: this.#text.slice(token.from, token.to), count: 0, to: token.to };
		} else if (token.kind === "break") {
			if (this.#current && this.#current.count > 0) this.#settle();
		} else if (token.kind === "sign") this.#sign(token, this.#text.charAt(token.from), label);
		else this.#part(token);
	}

	end(): void {
		while (this.#frames.length > 1) this.#close();
		this.#settle();
		for (const [path, name] of this.#setNames) {
			const value = this.#setValues.get(path);
			if (value) this.#marks.value(name, value);
		}
	}

	#sign(token: Token, character: string, label: string): void {
		if (/[{[(]/.test(character)) {
			if (this.#current) this.#part(token);
			this.#open.push(this.#current);
			this.#current = undefined;
			// `value_from { … }` as a block.
			const frame = this.#frames.at(-1);
			if (frame && /^value_?from$/i.test(label)) frame.value = this.#reference(token);
			this.#frames.push({ from: token.from, label });
		} else if (/[}\])]/.test(character)) this.#close();
		else if (/[,;]/.test(character)) this.#settle();
		else if (this.#current && (this.#current.count > 0 || !/[=:]/.test(character)))
			this.#part(token);
	}

	#part(token: Token): void {
		const current = this.#current;
		if (!current) return;
		current.count++;
		current.first ??= token;
		current.to = token.to;
	}

	#close(): void {
		this.#settle();
		if (this.#frames.length > 1) this.#leave(this.#frames.pop());
		this.#current = this.#open.pop();
	}

	#leave(frame: Frame | undefined): void {
		const list = this.#frames.at(-1)?.from;
		if (frame?.name && frame.value) {
			this.#marks.value(frame.name.from, { ...frame.value, ...(list !== undefined && { list }) });
		}
		if (!frame || frame.setName === undefined || !frame.value) return;
		const path = frame.setName.replace(/\.(?:name|value)$/, "");
		if (frame.setName.endsWith(".name") && frame.setValue) {
			this.#setNames.set(path, frame.setValue.from);
		} else if (frame.setName.endsWith(".value")) this.#setValues.set(path, frame.value);
	}

	#settle(): void {
		const current = this.#current;
		this.#current = undefined;
		const frame = this.#frames.at(-1);
		if (!current?.first || !frame) return;
		const { key, text, first, count } = current;
		const value = count === 1 ? this.#literal(first) : this.#reference(first, current.to);
		const start = text.lastIndexOf(".CODER_") + 1 + key.from;
		if (isName(this.#text, { from: start, to: key.to })) {
			this.#marks.value(start, { ...value, list: frame.from });
		} else if (text === "name" && first.kind === "string") {
			if (isName(this.#text, first)) frame.name = first;
			else frame.setName = this.#text.slice(first.from, first.to);
		} else if (text === "value") {
			frame.value = value;
			frame.setValue = first.kind === "string" && isName(this.#text, first) ? first : undefined;
		} else if (/^value_?from$/i.test(text)) frame.value = this.#reference(first, current.to);
	}

	/** Returns the value of a single token, with its quotes. */
	#literal(token: Token): WrittenValue {
		return {
			...quotedSpan(this.#text, token),
			quoting: this.#quoting,
			...keyedLiteral(this.#text, token, this.#quoting),
		};
	}

	#reference({ from, kind }: Token, to = from): WrittenValue {
		const start = kind === "string" ? from - 1 : from;
		return { from: start, to: Math.max(to, start), quoting: this.#quoting, why: "reference" };
	}
}
