/** A file's JSON object. */
type Json = Readonly<Record<string, unknown>>;

/** The package's manifest and its texts in each language, by file name. */
export interface PackedManifest {
	readonly manifest: string;
	readonly texts: Readonly<Record<string, string>>;
}

/** What only the repository needs: `npm` and its scripts. */
const unneeded = ["scripts", "dependencies", "devDependencies", "allowScripts", "private"];

/**
 * Shortens `package.json` and `package.nls*.json` for the package: without spaces, without what only the repository
 * needs, and with numbers as the names of texts.
 *
 * @param texts the texts of each language by their names, by file name
 */
export function packManifest(
	manifest: Json,
	texts: Readonly<Record<string, Readonly<Record<string, string>>>>,
): PackedManifest {
	const numbers = new Map<string, string>();
	const names = new Set(Object.values(texts).flatMap((one) => Object.keys(one)));
	const kept = Object.entries(manifest).filter(([key]) => !unneeded.includes(key));
	const packed = JSON.stringify(Object.fromEntries(kept), (_key, value: unknown) => {
		const [, name] = (typeof value === "string" && /^%(.+)%$/.exec(value)) || [];
		if (name === undefined) return value;
		if (!names.has(name)) throw new Error(`There is no text named ${name}.`);
		const number = numbers.get(name) ?? String(numbers.size);
		numbers.set(name, number);
		return `%${number}%`;
	});
	const packTexts = (one: Readonly<Record<string, string>>): string =>
		JSON.stringify(Object.fromEntries([...numbers].map(([name, number]) => [number, one[name]])));
	return {
		manifest: packed,
		texts: Object.fromEntries(Object.entries(texts).map(([file, one]) => [file, packTexts(one)])),
	};
}
