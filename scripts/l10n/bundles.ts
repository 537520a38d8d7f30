import { readdirSync, readFileSync } from "node:fs";

/** The translations of one language: from the English sentence, which is the key, to the other language's. */
export type Bundle = Readonly<Record<string, string>>;

/** The files with translations of sentences of the code, one a language, as VS Code looks for them. */
export function bundles(): string[] {
	return readdirSync("l10n")
		.filter((name) => /^bundle\.l10n\.[\w-]+\.json$/.test(name))
		.map((name) => `l10n/${name}`);
}

/** Reads the translations of a file. */
export function readBundle(file: string): Bundle {
	return JSON.parse(readFileSync(file, "utf8")) as Bundle;
}
