/**
 * Parsing of flags, environment variables, and YAML as on the server, which uses functions of Go's standard library.
 */

const truths: ReadonlySet<string> = new Set(["1", "t", "T", "TRUE", "true", "True"]);
const untruths: ReadonlySet<string> = new Set(["", "0", "f", "F", "FALSE", "false", "False"]);

/** Parses a boolean as `strconv.ParseBool` does. The server treats an empty text as false. */
export function parseGoBool(text: string): boolean | undefined {
	if (truths.has(text)) return true;
	return untruths.has(text) ? false : undefined;
}

/** Parses an integer as `strconv.ParseInt` does: decimal, 64 bits. */
export function parseGoInt(text: string): number | bigint | undefined {
	if (!/^[-+]?0*\d{1,19}$/.test(text)) return undefined;
	const value = BigInt(text.replace(/^\+/, ""));
	if (value !== BigInt.asIntN(64, value)) return undefined;
	return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/**
 * Parses the first record of a text as `encoding/csv` does, which rejects quotes inside an unquoted field.
 *
 * @returns `undefined` if there is no record or its quoting is invalid
 */
export function parseCsvRecord(text: string): string[] | undefined {
	// A carriage return at the end of the text counts as a line break too.
	const record = text.replaceAll("\r\n", "\n").replace(/\r$/, "").replace(/^\n+/, "");
	if (record === "") return undefined;
	const field = /"((?:[^"]|"")*)"|([^",\n]*)/y;
	const fields: string[] = [];
	for (;;) {
		const [, quoted, plain = ""] = field.exec(record) ?? [];
		fields.push(quoted?.replaceAll('""', '"') ?? plain);
		const end = record[field.lastIndex];
		if (end === undefined || end === "\n") return fields;
		if (end !== ",") return undefined;
		field.lastIndex++;
	}
}

/** Parses host and port as `net.SplitHostPort` does, and writes them as `net.JoinHostPort` does. */
export function parseHostPort(text: string): string | undefined {
	const [, bracketed, plain = "", port = ""] =
		/^(?:\[([^[\]]*)\]|([^:[\]]*)):([^:[\]]*)$/.exec(text) ?? [];
	const host = bracketed ?? plain;
	if (!text.includes(":") || !text.endsWith(`:${port}`)) return undefined;
	if (bracketed === undefined && text !== `${plain}:${port}`) return undefined;
	return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Parses a URL as `url.Parse` does and writes it as `String` does, as far as server addresses need it. */
export function parseGoUrl(text: string): string | undefined {
	// eslint-disable-next-line no-control-regex
	if (/[\0-\x1f\x7f]/.test(text) || text.startsWith(":")) return undefined;
	const [, scheme = "", rest = ""] = /^(?:([A-Za-z][A-Za-z\d+.-]*):)?([^]*)$/.exec(text) ?? [];
	const [path = ""] = rest.split(/[?#]/, 1);
	if (scheme === "" && (path.split("/", 1)[0] ?? "").includes(":")) return undefined;
	if (/%(?![\da-f]{2})/i.test(path)) return undefined;
	const [, authority] = /^\/\/([^/]*)/.exec(path) ?? [];
	if (authority !== undefined) {
		const host = authority.slice(authority.lastIndexOf("@") + 1);
		if (/[\s<>"]/.test(host) || !/^(\[[^\]]*\]|(?!\[)[^:]*)(:\d*)?$/.test(host)) return undefined;
	}
	return (scheme === "" ? "" : `${scheme.toLowerCase()}:`) + rest;
}
