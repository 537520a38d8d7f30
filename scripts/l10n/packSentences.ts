import { hashOf, placeOf, type PackedSentences } from "../../src/core/base/packedSentences.ts";
import type { Bundle } from "./bundles.ts";

/** Larger buckets need fewer seeds, which take longer to find. */
const sentencesPerBucket = 5;

/**
 * Packs the translations of one language for the package, by the method "hash and displace": each bucket, beginning
 * with the largest, gets the first seed that gives all its sentences free lines.
 *
 * @param sentences all English sentences of the code, including those without a translation
 */
export function packSentences(sentences: readonly string[], bundle: Bundle): PackedSentences {
	const byHash = new Map(sentences.map((sentence) => [hashOf(sentence), sentence]));
	const count = new Set(sentences).size;
	if (byHash.size < count) throw new Error("Two sentences have the same hash. Change one of them.");
	const seeds = findSeeds([...byHash.keys()]);
	const translations: string[] = Array.from({ length: count }, () => "");
	for (const [hash, sentence] of byHash) {
		const translation = bundle[sentence] ?? "";
		if (translation.includes("\n")) throw new Error(`This has several lines: ${translation}`);
		translations[placeOf(hash, seeds[hash % seeds.length] ?? 0, count)] = translation;
	}
	return { seeds: seeds.join(" "), translations: translations.join("\n") };
}

/** Returns a seed for each bucket, with which all hashes get different places. */
function findSeeds(hashes: readonly number[]): number[] {
	const buckets: number[][] = Array.from(
		{ length: Math.ceil(hashes.length / sentencesPerBucket) },
		() => [],
	);
	for (const hash of hashes) buckets[hash % buckets.length]?.push(hash);
	const seeds = buckets.map(() => 0);
	const taken = new Set<number>();
	const largestFirst = [...buckets.entries()].toSorted(([, a], [, b]) => b.length - a.length);
	for (const [number, bucket] of largestFirst) {
		for (let seed = 0; ; seed++) {
			const places = new Set(bucket.map((hash) => placeOf(hash, seed, hashes.length)));
			if (places.size < bucket.length || [...places].some((place) => taken.has(place))) continue;
			for (const place of places) taken.add(place);
			seeds[number] = seed;
			break;
		}
	}
	return seeds;
}
