/** Only this many characters at the end of a name are checked, because English names end with what a thing is. */
export const longestName = 200;

/**
 * Splits a name into words, however it is spelled: `clientSecrets`, `CLIENT_SECRET_2`, and `client-secret` all become
 * `client secret`. Drops plurals and trailing numbers.
 */
export function nameWords(name: string): string[] {
	const plain = name.slice(-longestName).normalize("NFKC");
	const words = wordsOf(
		plain.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2"),
	);
	// In `cOdEr-SeSsIoN-tOkEn`, capitals don't begin words.
	return words.filter((word) => word.length === 1).length > 2 ? wordsOf(plain) : words;
}

function wordsOf(text: string): string[] {
	return text
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.map((word) => singular(word.replace(/(?<!\d)\d+$/, "")))
		.filter((word) => word !== "");
}

function singular(word: string): string {
	return word.length > 2 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}
