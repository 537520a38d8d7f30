/**
 * `npm run l10n`: sorts the translations in l10n/ in the order of the code, removes those of sentences that the code no
 * longer contains, and prints sentences without a translation.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { bundles, readBundle } from "./l10n/bundles.ts";
import { findSentences } from "./l10n/sentences.ts";

const { sentences, problems } = findSentences("src");
for (const { place, text } of problems) {
	console.error(`${place}: t() requires a plain literal, inside a function: ${text}`);
	process.exitCode = 1;
}
for (const file of bundles()) {
	const known = readBundle(file);
	const translated = [...sentences.keys()].filter((sentence) => known[sentence]);
	const inOrder = Object.fromEntries(translated.map((sentence) => [sentence, known[sentence]]));
	const text = `${JSON.stringify(inOrder, null, "\t")}\n`;
	if (text !== readFileSync(file, "utf8")) writeFileSync(file, text);
	for (const [sentence, places] of sentences) {
		if (known[sentence]) continue;
		console.log(`${file}: needs a translation: ${JSON.stringify(sentence)}`);
		console.log(`\tused in ${places.join(", ")}`);
		process.exitCode = 1;
	}
	for (const sentence of Object.keys(known).filter((one) => !sentences.has(one))) {
		console.log(`${file}: removed: ${JSON.stringify(sentence)}`);
	}
	console.log(`${file}: ${String(translated.length)} of ${String(sentences.size)} sentences`);
}
