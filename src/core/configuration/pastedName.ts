/** The start of a line that sets a variable, in shells, unit files, Dockerfiles, and lists. */
const beginning = /^(?:(?:export|set|setx|env|declare -x|-|-e|--env)\s+)*/i;

/** A variable's name in its usual form, so that `ServerAliveInterval=60` is kept. */
const variable = "(?:[A-Z][A-Z0-9_]{2,}|coder_[a-z0-9_]+)";

/** Returns true for a YAML key that isn't an ordinary word: it contains dots, underscores, or an inner capital. */
function isYamlKey(key: string): boolean {
	return /[._]/.test(key) || /^[a-z].*[A-Z]/.test(key);
}

/**
 * Reduces a line copied from a file or a terminal to the name in it: `export CODER_ACCESS_URL="a b"`, `-
 * CODER_ACCESS_URL=x`, `accessURL: https://…`. Keeps everything else.
 */
export function searchedText(text: string): string {
	const line = text.trim().replace(beginning, "");
	const [assignment = "", name] = new RegExp(`^(${variable})\\s*=`).exec(line) ?? [];
	// With a filter or a second name after it, it isn't a line in a file.
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
	// Keys of a YAML path, written with colons; not a host with its port.
	if (/^[a-z][\w.-]*(?::[a-z][\w.-]*)*:?$/i.test(bare)) {
		return bare.replace(/:$/, "").replaceAll(":", ".");
	}
	return bare === "" || bare === "-" ? "" : bare;
}

/** Returns the name in copied text, otherwise the text, for a search that only supports letters. */
export function searchedName(text: string): string {
	const line = searchedText(text).trim();
	return /\s/.test(line) ? line : searchedWord(line);
}
