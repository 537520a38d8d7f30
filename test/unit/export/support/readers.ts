import assert from "node:assert/strict";
import { parse } from "yaml";

/** What a reader found: the text of each variable or key. */
export type Variables = ReadonlyMap<string, string>;

/**
 * Parses an env file by Docker Compose's rules: escapes in double quotes, `\'` in single quotes, no continuation lines.
 */
export function readComposeEnv(text: string): Variables {
	const found = new Map<string, string>();
	let rest = text;
	for (;;) {
		rest = rest.replace(/^\s+/, "");
		if (rest === "") return found;
		if (rest.startsWith("#")) {
			rest = rest.slice((rest + "\n").indexOf("\n"));
			continue;
		}
		const [start = "", name = ""] = /^([A-Za-z0-9_.]+)=/.exec(rest) ?? assert.fail(rest);
		rest = rest.slice(start.length);
		const quoted = /^(["'])((?:\\[^]|(?!\1)[^\\])*)\1/.exec(rest);
		if (!quoted) {
			const [line = ""] = /^.*/.exec(rest) ?? [];
			assert.ok(!/[$"']/.test(line), `not safe without quotes: ${line}`);
			found.set(name, line.replace(/#.*/, "").trimEnd());
			rest = rest.slice(line.length);
			continue;
		}
		const [whole, quote, raw = ""] = quoted;
		assert.ok(quote === "'" || !/(^|[^\\])(\\\\)*\$/.test(raw), `would be expanded: ${raw}`);
		const unescaped =
			quote === "'" ? raw.replaceAll("\\'", "'") : raw.replace(/\\([\\"$nrt])/g, composeEscape);
		found.set(name, unescaped);
		rest = rest.slice(whole.length);
		assert.match(rest, /^(\n|$)/);
	}
}

const composeEscape = (_whole: string, letter: string): string =>
	({ n: "\n", r: "\r", t: "\t" })[letter] ?? letter;

/** Parses an env file by the rules of systemd's `EnvironmentFile=`, as of v254, with a state machine. */
export function readSystemdEnv(text: string): Variables {
	const found = new Map<string, string>();
	let state: "key" | "value" | "single" | "double" | "comment" = "key";
	let name = "";
	let value = "";
	for (let index = 0; index < text.length; index++) {
		const character = text[index] ?? "";
		const next = text[index + 1] ?? "";
		if (state === "comment") {
			// The next line is then part of the comment, and a variable in it would be missing.
			if (character === "\\" && next === "\n") index++;
			else if (character === "\n") state = "key";
		} else if (state === "key") {
			if (name === "" && (character === "#" || character === ";")) state = "comment";
			else if (character === "=") state = "value";
			else if (character !== "\n") name += character;
		} else if (state === "single") {
			if (character === "'") state = "value";
			else value += character;
		} else if (state === "double") {
			if (character === '"') state = "value";
			else if (character === "\\" && '"\\`$'.includes(next)) {
				value += next;
				index++;
			} else value += character;
		} else if (character === "\n") {
			found.set(name, value);
			[state, name, value] = ["key", "", ""];
		} else if (character === "'" && value === "") state = "single";
		else if (character === '"' && value === "") state = "double";
		else {
			assert.ok(/\S/.test(character) && character !== "\\", "needs quotes");
			value += character;
		}
	}
	return found;
}

/** Parses the `Environment=` lines of a unit: unquotes, and resolves C escapes and then specifiers. */
export function readSystemdUnit(text: string): Variables {
	const found = new Map<string, string>();
	const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
	assert.equal(lines[0], "[Service]");
	for (const line of lines.slice(1)) {
		const [, word = ""] = /^Environment="((?:\\.|[^"\\])*)"$/.exec(line) ?? assert.fail(line);
		const unescaped = word.replace(
			/\\(x([0-9a-f]{2})|.)/g,
			(_whole, letter: string, hex: string) => {
				if (letter.startsWith("x")) return String.fromCharCode(parseInt(hex, 16));
				const known = { n: "\n", t: "\t", '"': '"', "\\": "\\" }[letter];
				return known ?? assert.fail(`unknown escape ${letter}`);
			},
		);
		const value = unescaped.replace(/%(.?)/g, (_whole, letter: string) => {
			assert.equal(letter, "%", "a specifier");
			return "%";
		});
		const equals = value.indexOf("=");
		found.set(value.slice(0, equals), value.slice(equals + 1));
	}
	return found;
}

/** Parses Helm values: every value is a quoted string in which Kubernetes expands dollar signs. */
export function readHelmValues(text: string): Variables {
	const { coder } = parse(text) as { coder: { env: { name: string; value: string }[] } };
	return new Map(
		coder.env.map(({ name, value }) => {
			assert.equal(typeof value, "string");
			return [
				name,
				value.replace(/\$([$(])/g, (_whole, next: string) => {
					assert.equal(next, "$", "a reference to a variable");
					return "$";
				}),
			] as const;
		}),
	);
}

/** Parses a Markdown table into rows of strings, by column. */
export function readMarkdownTable(text: string): Record<string, string>[] {
	const lines = text.split("\n").filter((line) => line.startsWith("|"));
	const [head = [], , ...rows] = lines.map((line) =>
		[...line.slice(1).matchAll(/((?:\\.|[^|\\])*)\|/g)].map(([, cell = ""]) =>
			cellText(cell.replace(/^ +| +$/g, "")),
		),
	);
	return rows.map((row) => {
		assert.equal(row.length, head.length);
		return Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""]));
	});
}

function cellText(cell: string): string {
	const [, code] = /^`(.*)`$/s.exec(cell) ?? [];
	if (code !== undefined) return code;
	return cell.replace(/\\(.)|<br>|&#(\d+);/gs, (whole, escaped?: string, entity?: string) => {
		if (escaped !== undefined) return escaped;
		return entity === undefined ? "\n" : whole && String.fromCharCode(Number(entity));
	});
}
