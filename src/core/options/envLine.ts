/** The line that sets an environment variable, quoted for a POSIX shell where the value needs it. */
export function envLine(name: string, value: string): string {
	return `${name}=${shellQuoted(value)}`;
}

/** A text as a word of a POSIX shell. */
export function shellQuoted(value: string): string {
	if (/^[\w@%+=:,./-]*$/.test(value)) return value;
	return `'${value.replaceAll("'", `'\\''`)}'`;
}
