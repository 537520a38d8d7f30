/**
 * The translated sentences of one language, without the English ones. A perfect hash function gives each English
 * sentence the line of its translation, so that the package needs no keys. `scripts/l10n/packSentences.ts` writes it.
 */
export interface PackedSentences {
	/** A number for each bucket of sentences, separated by spaces. With it, the bucket's sentences get separate lines. */
	readonly seeds: string;
	/** The translations, one a line; an empty line for a sentence that has none. */
	readonly translations: string;
}

/**
 * Returns a function that finds the translation of an English sentence. It's only right for the sentences that the
 * bundle was written for: another one gets any translation.
 */
export function unpackSentences(packed: PackedSentences): (english: string) => string {
	const seeds = packed.seeds.split(" ").map(Number);
	const translations = packed.translations.split("\n");
	return (english) => {
		const hash = hashOf(english);
		const seed = seeds[hash % seeds.length] ?? 0;
		return translations[placeOf(hash, seed, translations.length)] ?? "";
	};
}

/** Returns an unsigned 32-bit hash of a sentence (FNV-1a over its UTF-16 code units). */
export function hashOf(sentence: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < sentence.length; index++) {
		hash = Math.imul(hash ^ sentence.charCodeAt(index), 0x01000193);
	}
	return hash >>> 0;
}

/** Returns which of `count` places a hash has, differently for each seed (by the last step of MurmurHash3). */
export function placeOf(hash: number, seed: number, count: number): number {
	let value = hash ^ Math.imul(seed, 0x9e3779b1);
	value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
	value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
	return ((value ^ (value >>> 16)) >>> 0) % count;
}
