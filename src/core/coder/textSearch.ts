/** More characters than this are not searched for: what real deployments keep secret is a fiftieth of it. */
const mostCharacters = 200_000;

/**
 * Searches texts for many words at once, in time proportional to the text whatever the words are (the automaton of
 * Aho and Corasick).
 */
export class TextSearch {
	/** The next state by state and character: `state * 65536 + character`. State 0 is the beginning. */
	readonly #next = new Map<number, number>();
	/** By state: where to go on when no character fits, and the length of the longest word that ends here. */
	readonly #fallback: number[] = [0];
	readonly #ends: number[] = [0];

	/** @param words in the order of their weight: beyond the bound the others are left out */
	constructor(words: Iterable<string>) {
		let characters = 0;
		for (const word of words) {
			characters += word.length;
			if (characters > mostCharacters) break;
			this.#add(word);
		}
		this.#link();
	}

	/** Replaces each place where a word stands. Words that overlap are replaced as one. */
	replace(text: string, replacement: string): string {
		if (this.#ends.length === 1) return text;
		const places = this.#find(text);
		if (places.length === 0) return text;
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
			// A longer word that ends later may begin before several that were found.
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

	/** Gives each state its fallback: the longest end of what it stands for that is also a beginning of a word. */
	#link(): void {
		// A state is made after its parent, but breadth first is needed: by length of what they stand for.
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
