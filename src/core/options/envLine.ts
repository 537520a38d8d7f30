/** Returns the line that sets an environment variable, quoted for a POSIX shell if needed. */
export function envLine(name: string, value: string): string {
	return `${name}=${shellQuoted(value)}`;
}

/** Quotes a text as one word of a POSIX shell. */
export function shellQuoted(value: string): string {
	if (/^[\w@%+=:,./-]*$/.test(value)) return value;
	return `'${value.replaceAll("'", `'\\''`)}'`;
}
