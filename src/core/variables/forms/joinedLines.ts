import { Marks, type FlagPlace } from "./marks.ts";
import type { Span } from "./text.ts";
import type { WrittenValue } from "./written.ts";

/** Reads joined lines, and marks what it finds. */
type JoinedReader = (text: string, from: number, to: number, marks: Marks) => void;

/**
 * Reads a line and its continuation lines as one, because words and quoted values can span them.
 *
 * @param glue what replaces the end of each continued line
 */
export function readJoined(
	text: string,
	lines: readonly Span[],
	glue: string,
	marks: Marks,
	read: JoinedReader,
): void {
	const [first, second] = lines;
	if (!first) return;
	if (!second) {
		read(text, first.from, first.to, marks);
		return;
	}
	const joined = lines.map(({ from, to }) => text.slice(from, to)).join(glue);
	read(joined, 0, joined.length, new MovedMarks(marks, lines, glue.length));
}

/** Translates marks in joined lines to their offsets in the whole file. */
class MovedMarks extends Marks {
	readonly #marks: Marks;
	/** The offset of each line in the joined text. */
	readonly #starts: readonly number[];
	readonly #lines: readonly Span[];

	constructor(marks: Marks, lines: readonly Span[], glue: number) {
		super();
		this.#marks = marks;
		this.#lines = lines;
		let start = 0;
		this.#starts = lines.map(({ from, to }) => {
			const before = start;
			start += to - from + glue;
			return before;
		});
	}

	override setting(start: number): void {
		this.#marks.setting(this.#from(start));
	}

	override local(start: number): void {
		this.#marks.local(this.#from(start));
	}

	override value(start: number, value: WrittenValue): void {
		this.#marks.value(this.#from(start), this.#moved(value));
	}

	#moved(value: WrittenValue): WrittenValue {
		const { command, extra } = value;
		return {
			...value,
			...this.#span(value),
			...(command !== undefined && { command: this.#from(command) }),
			...(extra && { extra: this.#span(extra) }),
		};
	}

	#span({ from, to }: Span): Span {
		const start = this.#from(from);
		return { from: start, to: to > from ? this.#from(to - 1) + 1 : start };
	}

	override flag({ start, end, name }: FlagPlace, value: WrittenValue | undefined): void {
		const place = { start: this.#from(start), end: this.#from(end - 1) + 1, name };
		this.#marks.flag(place, value && this.#moved(value));
	}

	override place(start: number): number {
		return this.#marks.place(this.#from(start));
	}

	override nested(read: () => void): void {
		this.#marks.nested(read);
	}

	override comment(from: number, to: number): void {
		this.#marks.comment(this.#from(from), this.#from(to));
	}

	/** Translates an offset in the joined text. An offset in the glue becomes the end of the line before it. */
	#from(offset: number): number {
		let [low, high] = [0, this.#starts.length - 1];
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((this.#starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		const { from, to } = this.#lines[low] ?? { from: 0, to: 0 };
		return Math.min(from + offset - (this.#starts[low] ?? 0), to);
	}
}
