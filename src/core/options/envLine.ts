/** The line that sets an environment variable, quoted for a POSIX shell where the value needs it. */
export function envLine(name: string, value: string): string {
	return `${name}=${quote(value)}`;
}

function quote(value: string): string {
	if (/^[\w@%+=:,./-]*$/.test(value)) return value;
	return `'${value.replaceAll("'", `'\\''`)}'`;
}
