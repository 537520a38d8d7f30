import { distance } from "./nearest.ts";

/** Words that are opposites, or that refer to different aspects of the same thing. */
const opposites: readonly ReadonlySet<string>[] = [
	"ENABLE DISABLE ENABLED DISABLED",
	"ALLOW DENY BLOCK DISALLOW FORBID ALLOWED DENIED BLOCKED ALLOWLIST DENYLIST BLOCKLIST",
	"MIN MAX",
	"PREFIX SUFFIX",
	"FROM TO",
	"IN OUT",
	"START STOP END",
	"BEFORE AFTER",
	"INCLUDE EXCLUDE",
	"SHOW HIDE",
	"CLIENT SERVER",
	"PUBLIC PRIVATE",
	"USER GROUP",
	"READ WRITE",
	"HTTP HTTPS",
	"TCP UDP TLS SSH",
	"ID KEY SECRET NAME TYPE",
	"CERT KEY CA",
	"FILE DIR PATH URL",
	"HUMAN JSON",
	"ENCRYPT DECRYPT",
	"NEW OLD",
	"FIRST LAST",
	"ACCESS REFRESH",
	// The former switch isn't the list.
	"EXPERIMENTAL EXPERIMENTS",
].map((words) => new Set(words.split(" ")));

const negations = /^(?:NON|NOT|NO|UN|IN|DIS|DE|ANTI)$/;

/**
 * Whether a mistyped name means the same as a known one, so that its value can be kept: each word that differs is a
 * misspelling, not another word. `PREFIX` isn't a misspelling of `SUFFIX`, nor `MAX` of `MIN`.
 *
 * @param isWord recognizes Coder's own words, which aren't misspellings
 */
export function keepsMeaning(
	typed: string,
	known: string,
	isWord: (word: string) => boolean,
): boolean {
	const ours = typed.split("_");
	const theirs = known.split("_");
	while (ours.length > 0 && theirs.length > 0 && ours[0] === theirs[0]) {
		ours.shift();
		theirs.shift();
	}
	while (ours.length > 0 && theirs.length > 0 && ours.at(-1) === theirs.at(-1)) {
		ours.pop();
		theirs.pop();
	}
	// Words that were joined or split.
	if (ours.join("") === theirs.join("")) return true;
	if (ours.length === 0 || ours.length !== theirs.length) return false;
	return ours.every((word, index) => isSlip(word, theirs[index] ?? "", isWord));
}

function isSlip(typed: string, known: string, isWord: (word: string) => boolean): boolean {
	if (typed === known) return true;
	const letters = (word: string) => word.replace(/\d+/g, "");
	if (letters(typed) !== "" && letters(typed) === letters(known)) return true;
	// Another form of the same word. A list can replace a single value, but not the other way around.
	if ([`${typed}S`, `${typed}D`, `${typed}ED`].includes(known)) return true;
	if ([`${known}D`, `${known}ED`].includes(typed)) return true;
	if (opposites.some((words) => words.has(typed) && words.has(known))) return false;
	if (negates(typed, known) || negates(known, typed)) return false;
	if (typed === `${known}S` || isWord(typed)) return false;
	const longest = Math.max(typed.length, known.length);
	return longest > 2 && distance(typed, known, 2) <= (longest <= 4 ? 1 : 2);
}

function negates(longer: string, shorter: string): boolean {
	return (
		shorter.length > 2 &&
		longer.endsWith(shorter) &&
		negations.test(longer.slice(0, longer.length - shorter.length))
	);
}
