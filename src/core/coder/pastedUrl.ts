import { tidyPaste, unwrap } from "../base/pastedText.ts";

/** The name before a URL in env files, shells, PowerShell, Dockerfiles, YAML, and JSON. */
const assignment =
	/^(?:(?:export|set|setx|env|-e|--env)\s+)?(?:\$env:|\$)?(?:CODER_(?:AGENT_|ACCESS_)?URL["'`]?(?:\s*=|\s*:\s|\s)|url["'`]?(?:\s*=|\s*:\s))\s*/i;

/** The command line of a sign-in elsewhere. */
const command = /^(?:[$>%]\s+)?(?:\S*[\\/])?coder(?:\.exe)?\s+(?:\S+\s+)*?login\b/i;

/** Finds the URL in pasted text, or returns the text itself. The result isn't necessarily a URL. */
export function urlInPaste(pasted: string): string {
	// Some keyboards write letters and symbols as full-width characters; browsers read them as the usual ones.
	return withScheme(decoded(unwrap(target(tidyPaste(pasted.normalize("NFKC"))))));
}

function target(text: string): string {
	const link =
		/^!?\[[^\]]*\]\(\s*<?([^)\s>]+)/.exec(text) ??
		/^a\s[^>]*?href\s*=\s*["']?([^"'\s>]+)/i.exec(text);
	if (link?.[1]) return link[1];
	if (command.test(text)) return argument(text.split(" ").map(unwrap)) ?? text;
	if (assignment.test(text)) return unwrap(text.replace(assignment, "")).split(" ")[0] ?? "";
	// Chat apps write `<URL|text>`.
	return text.split("|")[0] ?? "";
}

/** Finds the URL among the arguments of a command line. */
function argument(words: readonly string[]): string | undefined {
	const plain = words
		.slice(words.findIndex((word) => /^login$/i.test(word)))
		.map((word) => unwrap(word.replace(/^--url=/i, "")));
	return (
		plain.find((word) => /^https?:/i.test(word)) ??
		plain.find((word) => !word.startsWith("-") && /[.:]|^localhost$/i.test(word))
	);
}

function decoded(text: string): string {
	if (!/^https?%3A/i.test(text)) return text;
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** Repairs `https//…`, `https:/…`, `https:\\…`, and a repeated scheme, of which the second is used. */
function withScheme(text: string): string {
	const read = /^(https?)(?::[\\/]+|[;.]?[\\/]{1,3}|:(?=[^\d\\/]))(?=[^\\/])/i.exec(text);
	if (!read) return text;
	let scheme = read[1] ?? "";
	let rest = text.slice(read[0].length);
	for (let next = twice.exec(rest); next; next = twice.exec(rest)) {
		scheme = next[1] ?? "";
		rest = rest.slice(next[0].length);
	}
	return `${scheme}://${rest}`;
}

const twice = /^(https?)(?::[\\/]+|[\\/]{2,})(?=[^\\/])/i;
