/**
 * `npm run l10n`: brings the translations of l10n/ into the order of the code. Sentences that the code does not say
 * any more are dropped, new ones are added without a translation and printed.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { bundles, readBundle } from "./l10n/bundles.ts";
import { findSentences } from "./l10n/sentences.ts";

const { sentences, problems } = findSentences("src");
for (const { place, text } of problems) {
	console.error(`${place}: t() needs a plain literal, and a function around it: ${text}`);
	process.exitCode = 1;
}
for (const file of bundles()) {
	const known = readBundle(file);
	const inOrder = Object.fromEntries(
		[...sentences.keys()].map((sentence) => [sentence, known[sentence] ?? ""]),
	);
	const text = `${JSON.stringify(inOrder, null, "\t")}\n`;
	if (text !== readFileSync(file, "utf8")) writeFileSync(file, text);
	const missing = Object.keys(inOrder).filter((sentence) => inOrder[sentence] === "");
	for (const sentence of missing) {
		console.log(`${file}: to be translated: ${JSON.stringify(sentence)}`);
		console.log(`\tsaid in ${sentences.get(sentence)?.join(", ") ?? ""}`);
		process.exitCode = 1;
	}
	const unsaid = Object.keys(known).filter((sentence) => !sentences.has(sentence));
	for (const sentence of unsaid) console.log(`${file}: dropped: ${JSON.stringify(sentence)}`);
	console.log(`${file}: ${String(sentences.size)} sentences, ${String(missing.length)} missing`);
}
