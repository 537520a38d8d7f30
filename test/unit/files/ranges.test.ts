import assert from "node:assert/strict";
import fc from "fast-check";
import type { Form } from "../../../src/core/variables/forms.ts";
import type { WrittenValue } from "../../../src/core/variables/forms/written.ts";
import { scan } from "../../../src/core/variables/scan.ts";
import { generatedValues } from "../../support/generatedValues.ts";

/** How a file in a form is assembled from settings, and the literals for a value, in each of the form's ways. */
interface Made {
	readonly title: string;
	readonly form: Form;
	/** The literals for a value; fewer if some of the ways can't express it. */
	readonly literals: (value: string) => readonly string[];
	readonly line: (name: string, literal: string) => string;
	readonly before: string;
	readonly after: string;
	/** Lines that are valid anywhere between settings. */
	readonly others: readonly string[];
	/** The span includes the name. */
	readonly withName?: (name: string, literal: string) => string;
}

const json = (value: string): string => JSON.stringify(value);
const isWord = (value: string): boolean => /^[\w./:@-]+$/.test(value);
const single = (value: string): string[] => (value.includes("'") ? [] : [`'${value}'`]);
const escaped = (value: string, characters: RegExp): string =>
	`"${value.replace(characters, String.raw`\$&`)}"`;
const bare = (value: string): string[] => (isWord(value) ? [value] : []);
const notYaml = /^(?:null|true|false|~|[-.:@].*|.*:)$/i;
const yamlBare = (value: string): string[] =>
	isWord(value) && !notYaml.test(value) ? [value] : [];
const yaml = (value: string): string[] => [
	json(value),
	`'${value.replaceAll("'", "''")}'`,
	...yamlBare(value),
];

const made: readonly Made[] = [
	{
		title: "env files",
		form: "env",
		literals: (value) => [escaped(value, /["\\$`]/g), ...single(value), ...bare(value)],
		line: (name, literal) => `${name}=${literal}`,
		before: "# first\n",
		after: "\n",
		others: ["", "# CODER_NO=1", "OTHER=x", "\t ", 'OTHER="x" # y'],
	},
	{
		title: "Helm values",
		form: "yaml",
		literals: yaml,
		line: (name, literal) => `    - name: ${name}\n      value: ${literal}`,
		before: "coder:\n  env:\n",
		after: "\nother: 1\n",
		others: [
			"",
			"    # CODER_NO: 1",
			"    - name: OTHER\n      value: x",
			"    - {name: OTHER, value: y}",
		],
	},
	{
		title: "Compose maps",
		form: "yaml",
		literals: yaml,
		line: (name, literal) => `      ${name}: ${literal} # here`,
		before: "services:\n  coder:\n    environment:\n",
		after: "\n",
		others: ["", "      # CODER_NO: 1", "      OTHER: x"],
	},
	{
		title: "Compose lists",
		form: "yaml",
		literals: yamlBare,
		line: (name, literal) => `      - ${name}=${literal}`,
		before: "services:\n  coder:\n    environment:\n",
		after: "\n",
		others: ["", "      # CODER_NO=1", "      - OTHER=x"],
		withName: (name, literal) => `${name}=${literal}`,
	},
	{
		title: "units of systemd",
		form: "systemd",
		literals: (value) => [escaped(value, /["\\]/g).replaceAll("%", "%%"), ...bare(value)],
		line: (name, literal) =>
			literal.startsWith('"')
				? `Environment="${name}=${literal.slice(1)}`
				: `Environment=${name}=${literal}`,
		before: "[Service]\n",
		after: "\nExecStart=coder server\n",
		others: ["", "# CODER_NO=1", "; CODER_NO=1", "Environment=OTHER=x"],
		withName: (name, literal) =>
			literal.startsWith('"') ? `"${name}=${literal.slice(1)}` : `${name}=${literal}`,
	},
	{
		title: "Dockerfiles",
		form: "docker",
		literals: (value) => [escaped(value, /["\\$]/g), ...single(value), ...bare(value)],
		line: (name, literal) => `ENV A=b ${name}=${literal}`,
		before: "FROM x\n",
		after: "\nCMD coder\n",
		others: ["", "# CODER_NO=1", "ENV OTHER=x \\\n  MORE=y", "RUN x"],
	},
	{
		title: "shell scripts",
		form: "shell",
		literals: (value) => [
			escaped(value, /["\\$`]/g),
			`'${value.replaceAll("'", String.raw`'\''`)}'`,
			...bare(value),
		],
		line: (name, literal) => `export A=b ${name}=${literal}`,
		before: "#!/bin/sh\n",
		after: "\n",
		others: ["", "# CODER_NO=1", "echo 'x'", "OTHER=$(x)"],
	},
	{
		title: "Terraform",
		form: "terraform",
		literals: (value) => [json(value).replace(/[$%](?=\{)/g, "$&$&")],
		line: (name, literal) => `    ${name} = ${literal} # here`,
		before: "locals {\n  env = {\n",
		after: "\n  }\n}\n",
		others: ["", "    # CODER_NO = 1", '    OTHER = "x"', "    /* CODER_NO */"],
	},
	{
		title: "devcontainer.json",
		form: "json",
		literals: (value) => (value.includes("${") ? [] : [json(value)]),
		line: (name, literal) => `    "${name}": ${literal},`,
		before: '{\n  "containerEnv": {\n',
		after: "\n  }\n}\n",
		others: ["", "    // CODER_NO", '    "OTHER": "x",'],
	},
	{
		title: "TOML",
		form: "toml",
		literals: (value) => [json(value), ...single(value)],
		line: (name, literal) => `${name} = ${literal} # here`,
		before: "[env]\n",
		after: "\n",
		others: ["", "# CODER_NO = 1", 'OTHER = "x"'],
	},
	{
		title: "Nix",
		form: "nix",
		literals: (value) => [json(value).replaceAll("${", "\\${")],
		line: (name, literal) => `  ${name} = ${literal};`,
		before: "{ environment = {\n",
		after: "\n}; }\n",
		others: ["", "  # CODER_NO = 1;", '  OTHER = "x";'],
	},
];

const value = fc
	.array(fc.constantFrom(..."aZ09 ./:@-=#'\"\\${}()%,;!é😀".match(/./gu)!), { maxLength: 12 })
	.map((parts) => parts.join(""))
	// This starts a comment in templates, and any file may be one.
	.filter((text) => !text.includes("{#"));
const settings = fc.array(fc.tuple(value, fc.nat()), { minLength: 1, maxLength: 6 });
const between = fc.array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 7, maxLength: 7 });

for (const { title, form, literals, line, before, after, others, withName } of made) {
	describe(`ranges in ${title}`, () => {
		const nameOf = (index: number): string => `CODER_V${String(index)}`;

		it("contain the literal as written, wherever lines are added and removed around it", () => {
			fc.assert(
				fc.property(settings, between, fc.boolean(), (wanted, gaps, crlf) => {
					const written = wanted.flatMap(([one, choice], index) => {
						const ways = literals(one);
						const literal = ways[choice % Math.max(1, ways.length)];
						return literal === undefined ? [] : [{ name: nameOf(index), one, literal }];
					});
					const gap = (index: number): string[] =>
						(gaps[index] ?? []).map((choice) => others[choice % others.length] ?? "");
					const lines = written.flatMap(({ name, literal }, index) => [
						...gap(index),
						line(name, literal),
					]);
					const plain = before + [...lines, ...gap(6)].join("\n") + after;
					const text = crlf ? plain.replaceAll("\n", "\r\n") : plain;
					const found = scan(text, form).filter(({ name }) => name.startsWith("CODER_V"));
					assert.deepEqual(
						found.map(({ name, start, end }) => [name, text.slice(start, end)]),
						written.map(({ name }) => [name, name]),
					);
					for (const [index, { name, literal }] of written.entries()) {
						const { from = -1, to = -1 } = found[index]?.value ?? {};
						assert.equal(text.slice(from, to), withName?.(name, literal) ?? literal, text);
					}
				}),
				{ numRuns: generatedValues(400) },
			);
		});

		it("stay inside the text and don't overlap after any edit", () => {
			const edits = fc.array(
				fc.tuple(
					fc.nat(),
					fc.nat(12),
					fc.constantFrom(
						"",
						"\n",
						'"',
						"'",
						"\\",
						"#",
						"=",
						": ",
						"  ",
						"- ",
						"${",
						"}",
						"{",
						"<<EOT\n",
						"|\n",
						"\r\n",
						"é",
					),
				),
				{ maxLength: 4 },
			);
			fc.assert(
				fc.property(settings, edits, (wanted, changes) => {
					const lines = wanted.flatMap(([one, choice], index) => {
						const ways = literals(one);
						const literal = ways[choice % Math.max(1, ways.length)];
						return literal === undefined ? [] : [line(nameOf(index), literal)];
					});
					let text = before + lines.join("\n") + after;
					for (const [at, length, added] of changes) {
						const from = at % (text.length + 1);
						text = text.slice(0, from) + added + text.slice(from + length);
					}
					for (const { name, start, end, value: given } of scan(text, form)) {
						assert.equal(text.slice(start, end), name);
						if (given) assertRange(text, start, end, given);
					}
				}),
				{ numRuns: generatedValues(1000) },
			);
		});
	});
}

/** Asserts what is true of a range in any text: its position, and that it contains what was read. */
function assertRange(text: string, start: number, end: number, given: WrittenValue): void {
	const { from, to, prefix, text: read } = given;
	assert.ok(0 <= from && from <= to && to <= text.length, text);
	const holdsName = from <= start && end <= to;
	assert.ok(holdsName || to <= start || from >= end, `the range cuts its name: ${text}`);
	if (prefix !== undefined) assert.ok(holdsName, text);
	const written = text.slice(from, to);
	// A text without quotes and escapes is at its position literally, or after its anchor.
	if (read !== undefined && /^\w+$/.test(read) && !written.startsWith("*")) {
		const plain = written.replace(/\\\r?\n[ \t]*|["'\\]|\r?\n\s*/g, "");
		assert.ok(plain.includes(read), JSON.stringify({ text, written, read }));
	}
}
