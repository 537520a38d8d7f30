/** Maximum number of characters to search for; real deployments have a fiftieth of that. */
const mostCharacters = 200_000;

/** Searches texts for many words at once, in linear time whatever the words are (Aho-Corasick). */
export class TextSearch {
	/** The next state by state and character: `state * 65536 + character`. State 0 is the start. */
	readonly #next = new Map<number, number>();
	/** By state: where to continue if no character matches, and the length of the longest word that ends here. */
	readonly #fallback: number[] = [0];
	readonly #ends: number[] = [0];

	/** @param words in order of importance: words beyond the limit are ignored */
	constructor(words: Iterable<string>) {
		let characters = 0;
		for (const word of words) {
			characters += word.length;
			if (characters > mostCharacters) break;
			this.#add(word);
		}
		this.#link();
	}

	/** Replaces every occurrence of a word. Overlapping words are replaced as one. */
	replace(text: string, replacement: string): string {
		if (this.#ends.length === 1) return text;
		const places = this.#find(text);
		let result = "";
		let done = 0;
		for (const [start, end] of places) {
			result += text.slice(done, start) + replacement;
			done = end;
		}
		return result + text.slice(done);
	}

	#find(text: string): [start: number, end: number][] {
		const places: [start: number, end: number][] = [];
		let state = 0;
		for (let index = 0; index < text.length; index++) {
			state = this.#step(state, text.charCodeAt(index));
			const length = this.#ends[state] ?? 0;
			if (length === 0) continue;
			let start = index + 1 - length;
			// A longer word that ends later may begin before several matches.
			for (let last = places.at(-1); last && last[1] > start; last = places.at(-1)) {
				start = Math.min(start, last[0]);
				places.pop();
			}
			places.push([start, index + 1]);
		}
		return places;
	}

	#add(word: string): void {
		let state = 0;
		for (let index = 0; index < word.length; index++) {
			const key = state * 0x10000 + word.charCodeAt(index);
			let next = this.#next.get(key);
			if (next === undefined) {
				next = this.#ends.push(0) - 1;
				this.#fallback.push(0);
				this.#next.set(key, next);
			}
			state = next;
		}
		this.#ends[state] = word.length;
	}

	/** Sets each state's fallback: its longest suffix that is also a prefix of a word. */
	#link(): void {
		// States are created after their parents, but must be processed breadth first, by length.
		const edges = [...this.#next].map(
			([key, to]) => [Math.floor(key / 0x10000), key % 0x10000, to] as const,
		);
		const depths: number[] = [0];
		for (const [from, , to] of edges) depths[to] = (depths[from] ?? 0) + 1;
		const byDepth: (typeof edges)[] = [];
		for (const edge of edges) (byDepth[depths[edge[2]] ?? 0] ??= []).push(edge);
		for (const [from, character, to] of byDepth.flat()) {
			if (from === 0) continue;
			const fallback = this.#step(this.#fallback[from] ?? 0, character);
			this.#fallback[to] = fallback;
			this.#ends[to] = Math.max(this.#ends[to] ?? 0, this.#ends[fallback] ?? 0);
		}
	}

	#step(from: number, character: number): number {
		for (let state = from; ; state = this.#fallback[state] ?? 0) {
			const next = this.#next.get(state * 0x10000 + character);
			if (next !== undefined) return next;
			if (state === 0) return 0;
		}
	}
}
