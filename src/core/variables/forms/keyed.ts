import { KeyedPlaces } from "./keyedPlaces.ts";
import { keyedTokens, type Syntax } from "./keyedTokens.ts";
import type { Reader } from "./marks.ts";

/** Reads Terraform, and the HCL of other programs. */
export const readHcl = keyed({
	signs: "=:",
	hash: true,
	slashes: true,
	heredocs: true,
	expansions: true,
	quoting: "hcl",
});

export const readToml = keyed({
	signs: "=",
	hash: true,
	triples: true,
	literals: true,
	quoting: "toml",
});

/** Reads JSON, including comments. */
export const readJson = keyed({ signs: ":", slashes: true, quoting: "json" });

export const readNix = keyed({
	signs: "=",
	hash: true,
	blockComments: true,
	indented: true,
	expansions: true,
	quoting: "nix",
});

/** Returns a reader for files of keys, values, lists, and maps in the given syntax. */
function keyed(syntax: Syntax): Reader {
	return (text, from, to, marks) => {
		const places = new KeyedPlaces(text, syntax, marks);
		for (const token of keyedTokens(text, from, to, syntax)) {
			if (token.kind === "comment") marks.comment(token.from, token.to);
			else places.add(token);
		}
		places.end();
	};
}
