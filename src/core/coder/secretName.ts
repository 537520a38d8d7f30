import { longestName, nameWords } from "./nameWords.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that make a name secret anywhere in it. */
const secretWords = set("token secret password passwd passphrase psk credential");

/** Words that make a name secret at its end, where they name the thing. */
const secretHeads = set(
	"key pass pwd pw passcode pgpass userpass keypass storepass dsn authorization cookie bearer jwt",
);

/** Names written as one word, such as `PGPASSWORD` or `apikey`. */
const runTogether =
	/(?:(?:token|secret|password|passwd|passphrase|credential|dsn)(?:value|text|string|data)?|(?:api|access|private|priv|secret|encryption|signing|auth|master|shared|service|account|license|ssh|rsa)key)$/;

/**
 * Pairs of words at the end of a name that are secret together, though neither is alone. A connection URL contains its
 * password.
 */
const secretPairs =
	/ (?:auth header|basic auth|secret id|(?:connection|conn|database|db|postgres|postgresql|pg|mysql|redis|mongo|mongodb|amqp) (?:url|uri|string|str|dsn))$/;

/** Words that can follow a secret's name without changing its meaning. */
const wrappings = set(
	"value data text string raw plain plaintext pem b base hex hash header content byte map list env material v old new current previous next prod production staging",
);

/** Properties *of* a secret aren't secret: where it's stored, how long it lasts, how many there are. */
const harmlessHeads = set(
	`file filename path dir directory folder location mount
	lifetime ttl duration interval timeout expiry expiration expire age retention period at date time window
	url uri endpoint issuer host hostname address addr port domain origin audience
	count size length second minute burst encryption len limit max min number num total usage quota
	id name username identity prefix suffix label title description hint help placeholder state status version
	type kind algorithm alg method mode format scheme policy rule scope claim field
	enable enabled disable disabled allow allowed require required support supported set present exist configured
	auth authentication login rotation reset flow provider source ref reference mapping schedule generation`,
);

/** A part of every word and pair above: most names have none and need not be taken apart. */
const hint = /tok|secr|pass|psk|cred|key|pw|dsn|author|header|cookie|bearer|jwt|basic|ur[il]|str/i;

/** Words that turn a name into a boolean or a number. */
const harmlessStarts = set(
	"enable disable allow deny require use is has can skip ignore max min maximum minimum num number count total",
);

/** Keys and cookies of these kinds aren't secret: public ones, and cookie attributes. */
const harmlessKinds = /\b(?:public|primary|foreign|sort|partition|cache|extra token) key$/;
const harmlessCookies = /(?:^| )(?:secure(?: auth)?|same ?site(?: auth)?|host prefix|http) cookie$/;

/**
 * Returns true for the name of a secret: an option's variable, flag, or name, a key of a response or file, a header, a
 * query parameter. Spelling doesn't matter. An ambiguous name is secret if it contains a secret word, so that options
 * of future servers are masked too.
 */
export function isSecretName(name: string): boolean {
	if (!hint.test(name.slice(-longestName).normalize("NFKC"))) return false;
	const words = nameWords(name);
	if (words[0] === "coder") words.shift();
	while (words.length > 1 && wrappings.has(words.at(-1) ?? "") && !isPair(words)) words.pop();
	const head = words.at(-1);
	if (head === undefined) return false;
	if (isPair(words)) return true;
	if (harmlessHeads.has(head) || harmlessStarts.has(words[0] ?? "")) return false;
	const phrase = words.join(" ");
	if (harmlessKinds.test(phrase) || harmlessCookies.test(phrase)) return false;
	return (
		secretHeads.has(head) || words.some((word) => secretWords.has(word) || runTogether.test(word))
	);
}

function isPair(words: readonly string[]): boolean {
	return secretPairs.test(` ${words.slice(-2).join(" ")}`);
}

/** Returns true for the name of a group with user-defined keys, such as `group_mapping`. */
export function isMappingName(name: string): boolean {
	return nameWords(name).at(-1) === "mapping";
}

/** Returns true for the name of a group with durations as values, such as `retention`. */
export function isPeriodName(name: string): boolean {
	return /^(?:retention|lifetime|duration|interval|timeout)$/.test(nameWords(name).at(-1) ?? "");
}
