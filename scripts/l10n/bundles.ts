import { readdirSync, readFileSync } from "node:fs";

/** The translations of one language, by English sentence. */
export type Bundle = Readonly<Record<string, string>>;

/**
 * Returns the files with translations of the code's sentences, one for each language, with the names that VS Code
 * expects.
 */
export function bundles(): string[] {
	return readdirSync("l10n")
		.filter((name) => /^bundle\.l10n\.[\w-]+\.json$/.test(name))
		.map((name) => `l10n/${name}`);
}

/** Reads the translations in a file. */
export function readBundle(file: string): Bundle {
	return JSON.parse(readFileSync(file, "utf8")) as Bundle;
}
