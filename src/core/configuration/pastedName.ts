/** How shells, unit files, Dockerfiles and lists begin a line that sets a variable. */
const beginning = /^(?:(?:export|set|setx|env|declare -x|-|-e|--env)\s+)*/i;

/** The name of a variable as it is always written, so that `ServerAliveInterval=60` stays what it is. */
const variable = "(?:[A-Z][A-Z0-9_]{2,}|coder_[a-z0-9_]+)";

/** A key of a YAML file that is no word of a sentence: with dots, underscores or a capital inside. */
function isYamlKey(key: string): boolean {
	return /[._]/.test(key) || /^[a-z].*[A-Z]/.test(key);
}

/**
 * Reduces a line that was copied from a file or a terminal to the name in it: `export CODER_ACCESS_URL="a b"`,
 * `- CODER_ACCESS_URL=x`, `accessURL: https://…`. Everything else stays, word by word.
 */
export function searchedText(text: string): string {
	const line = text.trim().replace(beginning, "");
	const [assignment = "", name] = new RegExp(`^(${variable})\\s*=`).exec(line) ?? [];
	// With a filter or a second name behind it, it is no line of a file.
	const rest = line.slice(assignment.length);
	if (name !== undefined && !new RegExp(`\\s(?:@|${variable}=)`).test(rest)) return name;
	const [, key = ""] = /^["']?([\w.-]+)["']?\s*:(?:\s|$)/.exec(line) ?? [];
	return isYamlKey(key) ? key : text;
}

/** Reduces a word as {@link searchedText} does: `$NAME`, `${NAME:-x}`, `%NAME%`, `NAME=x`, `--flag=x`, `"NAME":`, `a:b:`. */
export function searchedWord(word: string): string {
	const bare = word.replace(/^["'`([]+/, "").replace(/(?<!["'`)\],;])["'`)\],;]+$/, "");
	const [, reference] =
		/^\$\{?(?:env:)?([a-z_]\w*)\b.*$/i.exec(bare) ?? /^%([a-z_]\w*)%$/i.exec(bare) ?? [];
	if (reference !== undefined) return reference;
	const [, set] = new RegExp(`^(${variable})["'\`]?(?:=|:$)`).exec(bare) ?? [];
	if (set !== undefined) return set;
	const [, flag] = /^(--?[a-z][a-z0-9-]*)(?:=.*)?$/i.exec(bare) ?? [];
	if (flag !== undefined) return flag;
	// The keys of a YAML path, written with colons; not a host with its port.
	if (/^[a-z][\w.-]*(?::[a-z][\w.-]*)*:?$/i.test(bare)) {
		return bare.replace(/:$/, "").replaceAll(":", ".");
	}
	return bare === "" || bare === "-" ? "" : bare;
}

/** As the panel searches for a text, for a search that knows only letters: the name in what was copied, else the text. */
export function searchedName(text: string): string {
	const line = searchedText(text).trim();
	return /\s/.test(line) ? line : searchedWord(line);
}
