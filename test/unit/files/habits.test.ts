import assert from "node:assert/strict";
import type { Form } from "../../../src/core/variables/forms.ts";
import { scan } from "../../../src/core/variables/scan.ts";

/**
 * Returns what a file gives its variables, in order: the text in brackets, or why the file doesn't contain it, followed
 * by the literal.
 */
function readings(text: string, form: Form): string[] {
	return scan(text, form).flatMap(({ name, role, value }) => {
		if (role !== "setting" || !value) return [];
		const read = value.text === undefined ? (value.why ?? "") : `<${value.text}>`;
		return [`${name.replace("CODER_", "")} ${read} ${text.slice(value.from, value.to)}`];
	});
}

/** One common way of writing per row: the file, and what is read. Names are without `CODER_`. */
const habits: readonly (readonly [habit: string, form: Form, file: string, ...read: string[]])[] = [
	["trailing space", "env", "CODER_A=a  \t\nCODER_B='b' \n", "A <a> a", "B <b> 'b'"],
	["space around the sign", "env", "\tCODER_A = a\n", "A <a> a"],
	[
		"a comment behind a value",
		"env",
		'CODER_A=a#b # c\nCODER_B="b" # "c"\n',
		"A <a#b> a#b",
		'B <b> "b"',
	],
	["a value that is only a comment", "env", "CODER_A= # c\n", "A <> "],
	["export", "env", 'export CODER_A="a b" # c\n', 'A <a b> "a b"'],
	[
		"Windows paths",
		"env",
		"CODER_A=C:\\new\nCODER_B='C:\\new'\n",
		"A <C:\\new> C:\\new",
		"B <C:\\new> 'C:\\new'",
	],
	[
		"a value over lines",
		"env",
		'CODER_A="a\nb # c" # d\nCODER_B=b\n',
		'A <a\nb # c> "a\nb # c"',
		"B <b> b",
	],
	[
		"a default",
		"env",
		"CODER_A=${X:-y}\nCODER_B='${X:-y}'\n",
		"A interpolated ${X:-y}",
		"B <${X:-y}> '${X:-y}'",
	],
	["a duplicate", "env", "CODER_A=a\nCODER_A=b\n", "A <a> a", "A <b> b"],
	["JSON", "env", 'CODER_A={"a": "b"}\n', 'A <{"a": "b"}> {"a": "b"}'],

	[
		"a comment in Helm values",
		"yaml",
		"coder:\n  env:\n    - name: CODER_A # c\n      value: a # CODER_B=1\n",
		"A <a> a",
	],
	["value before name", "yaml", "coder: {env: [{value: a, name: CODER_A}]}\n", "A <a> a"],
	[
		"null",
		"yaml",
		"coder:\n  env:\n    - {name: CODER_A, value: null}\n    - {name: CODER_B, value: ~}\n",
		"A <> null",
		"B <> ~",
	],
	[
		"folded text",
		"yaml",
		"env:\n  - name: CODER_A\n    value: >-\n      a\n      b\n",
		"A <a b> >-\n      a\n      b",
	],
	[
		"text over lines",
		"yaml",
		'env:\n  - name: CODER_A\n    value: "a\n      b"\n',
		'A <a b> "a\n      b"',
	],
	[
		"a block with trailing lines",
		"yaml",
		"env:\n  - name: CODER_A\n    value: |\n      a\n\n  - name: CODER_B\n    value: b\n",
		"A <a\n> |\n      a",
		"B <b> b",
	],
	[
		"an alias",
		"yaml",
		"env:\n  - {name: CODER_A, value: &a x}\n  - {name: CODER_B, value: *a}\n",
		"A <x> x",
		"B <x> *a",
	],
	[
		"a merge key",
		"yaml",
		"x-a: &a\n  CODER_A: a\nservices:\n  c:\n    environment:\n      <<: *a\n      CODER_B: b\n",
		"A <a> a",
		"B <b> b",
	],
	[
		"several documents",
		"yaml",
		"%YAML 1.2\n---\nCODER_A: a\n...\n---\nCODER_B: b\n",
		"A <a> a",
		"B <b> b",
	],
	[
		"doubled dollar signs",
		"yaml",
		"services:\n  c:\n    environment:\n      CODER_A: $$a\n      CODER_B: ${X:-y}\n",
		"A <$a> $$a",
		"B interpolated ${X:-y}",
	],
	[
		"a list on one line",
		"yaml",
		'services: {c: {environment: ["CODER_A=a,b", CODER_B]}}\n',
		'A <a,b> "CODER_A=a,b"',
		"B inherited CODER_B",
	],
	[
		"a map on one line",
		"yaml",
		"services: {c: {environment: {CODER_A: a, CODER_B: }}}\n",
		"A <a> a",
		"B inherited CODER_B",
	],
	[
		"quotes that YAML leaves in a list",
		"yaml",
		'services:\n  c:\n    environment:\n      - CODER_A="a"\n',
		'A <"a"> CODER_A="a"',
	],
	["tabs behind keys", "yaml", 'env:\n  - name:\tCODER_A\t\n    value:\t"a"\t# c\n', 'A <a> "a"'],
	["a tag", "yaml", "env:\n  - name: CODER_A\n    value: !!str 5\n", "A <5> 5"],

	[
		"templates without quotes",
		"systemd",
		"[Service]\nEnvironment=CODER_A={{ url }} CODER_B=b\n",
		"A templated CODER_A={{",
		"B <b> CODER_B=b",
	],
	[
		"escapes",
		"systemd",
		"[Service]\nEnvironment=CODER_A=\\x41\\u0042\\103\\U0001F600 CODER_B=\\X41 CODER_C=\\U00110000\n",
		"A <ABC😀> CODER_A=\\x41\\u0042\\103\\U0001F600",
		"B interpolated CODER_B=\\X41",
		"C interpolated CODER_C=\\U00110000",
	],
	[
		"templates without quotes",
		"shell",
		"export CODER_A={{ url }}\nexport CODER_B={%if x%}b{%endif%}\n",
		"A templated {{",
		"B templated {%if",
	],
	["templates without quotes", "docker", "ENV CODER_A={{ url }}\n", "A templated {{"],
	[
		"adjacent templates in quotes",
		"env",
		'CODER_A="{{ x "a" }}{{ x "b" }}" # c\n',
		'A templated "{{ x "a" }}{{ x "b" }}"',
	],
	[
		"Handlebars",
		"env",
		"{{#if x}}\nCODER_A=a\n{{/if}}\nCODER_B={{#x}}b{{/x}} # c\n# {#}\n",
		"A <a> a",
		"B templated {{#x}}b{{/x}}",
	],
	[
		"long escapes",
		"terraform",
		'CODER_A = "\\u0041\\U00000042\\U0001F600"\n',
		'A <AB😀> "\\u0041\\U00000042\\U0001F600"',
	],
	[
		"quotes that aren't closed yet",
		"terraform",
		'CODER_A = "a\nCODER_B = "b"\n',
		'A <a> "a',
		'B <b> "b"',
	],
	[
		"quotes that aren't closed yet",
		"json",
		'{\n  "CODER_A": "a\n  "CODER_B": "b"\n}\n',
		'A <a> "a',
		'B <b> "b"',
	],
	[
		"an added value, which isn't an assignment in Compose",
		"yaml",
		"services:\n  c:\n    environment:\n      - CODER_A+=a\n      - CODER_B=b\n",
		"B <b> CODER_B=b",
	],

	[
		"several on a line",
		"systemd",
		"[Service]\nEnvironment=CODER_A=a \"CODER_B=b c\" 'CODER_C=c'\n",
		"A <a> CODER_A=a",
		'B <b c> "CODER_B=b c"',
		"C <c> 'CODER_C=c'",
	],
	[
		"a continued list",
		"systemd",
		'Environment="CODER_A=a" \\\n  # c\n  CODER_B=b\n',
		'A <a> "CODER_A=a"',
		"B <b> CODER_B=b",
	],
	[
		"a continued value",
		"systemd",
		'Environment="CODER_A=a \\\n  b" CODER_B=b\n',
		'A <a  b> "CODER_A=a \\\n  b"',
		"B <b> CODER_B=b",
	],
	[
		"a drop-in that begins anew",
		"systemd",
		"Environment=CODER_A=a CODER_B=b\nEnvironment=\nEnvironment=CODER_A=c\n",
		"A <c> CODER_A=c",
	],
	[
		"specifiers and dollar signs",
		"systemd",
		"Environment=CODER_A=%%h$$x CODER_B=%h\n",
		"A <%h$$x> CODER_A=%%h$$x",
		"B interpolated CODER_B=%h",
	],
	[
		"a value that begins with a sign",
		"systemd",
		"Environment=CODER_A==a=b\n",
		"A <=a=b> CODER_A==a=b",
	],
	[
		"a quadlet's secret",
		"systemd",
		"[Container]\nSecret=db,type=env,target=CODER_A\nEnvironment=CODER_B=b\n",
		"A reference db,type=env,target=CODER_A",
		"B <b> CODER_B=b",
	],

	[
		"a continued instruction",
		"docker",
		"ENV CODER_A=a \\\n  # c\n  CODER_B='b c' \\\n\n  CODER_C=c\\ d\n",
		"A <a> a",
		"B <b c> 'b c'",
		"C <c d> c\\ d",
	],
	[
		"a continued value of ENV",
		"docker",
		'ENV CODER_A="a \\\n b" CODER_B=b\n',
		'A <a  b> "a \\\n b"',
		"B <b> b",
	],
	[
		"ENV without a sign",
		"docker",
		"ENV CODER_A a b\nenv CODER_B \\\n  b c\n",
		"A <a b> a b",
		"B <b c> b c",
	],
	[
		"variables in ENV",
		"docker",
		"ENV CODER_A=$X CODER_B=\\$X CODER_C='$X'\n",
		"A interpolated $X",
		"B <$X> \\$X",
		"C <$X> '$X'",
	],

	[
		"quotes next to each other",
		"shell",
		"export CODER_A='it'\"'\"'s' CODER_B=a\"b\"'c'\n",
		"A <it's> 'it'\"'\"'s'",
		"B <abc> a\"b\"'c'",
	],
	[
		"a continued command",
		"shell",
		'docker run -e CODER_A=a \\\n  --env "CODER_B=b c" \\\n  -e CODER_C x\n',
		"A <a> a",
		'B <b c> "CODER_B=b c"',
	],
	[
		"commands and variables",
		"shell",
		"export CODER_A=$(x) CODER_B=${X:-y} CODER_C=\\$5\n",
		"A interpolated $(x)",
		"B interpolated ${X:-y}",
		"C <$5> \\$5",
	],
	["a line that goes on in quotes", "shell", 'export CODER_A="a\\\nb"\n', 'A <ab> "a\\\nb"'],

	[
		"comments in Terraform",
		"terraform",
		'env = { // a\n  CODER_A = "a" /* b */\n  # CODER_B = "b"\n}\n',
		'A <a> "a"',
	],
	[
		"objects of name and value",
		"terraform",
		'env = [{ value = "a", name = "CODER_A" }]\n',
		'A <a> "a"',
	],
	[
		"set blocks and lists",
		"terraform",
		'set {\n  name = "coder.env[0].name"\n  value = "CODER_A"\n}\nset {\n  name = "coder.env[0].value"\n  value = "a"\n}\n',
		'A <a> "a"',
	],
	[
		"yamlencode",
		"terraform",
		'values = [yamlencode({ env = [{ name = "CODER_A", value = "a" }] })]\n',
		'A <a> "a"',
	],
	[
		"YAML in a here-document",
		"terraform",
		'values = [<<-EOT\n  env:\n    - name: CODER_A\n      value: "a"\n    EOT\n]\n',
		'A <a> "a"',
	],
	[
		"a here-document as value",
		"terraform",
		"env = {\n  CODER_A = <<-EOT\n    a\n      b\n  EOT\n  CODER_B = <<EOT\n${x}\nEOT\n}\n",
		"A <a\n  b\n>     a\n      b\n",
		"B interpolated ${x}\n",
	],
	[
		"escapes",
		"terraform",
		'env = { CODER_A = "a\\"b$${c}%%{d}" }\n',
		'A <a"b${c}%{d}> "a\\"b$${c}%%{d}"',
	],

	[
		"comments and a last comma",
		"json",
		'{ // a\n "containerEnv": {"CODER_A": "a", /* b */ "CODER_B": "${localEnv:X}",} }\n',
		'A <a> "a"',
		'B interpolated "${localEnv:X}"',
	],
	["arguments", "json", '{"runArgs": ["-e", "CODER_A=a b"]}\n', 'A <a b> "CODER_A=a b"'],
	[
		"a percent sign and a brace",
		"nix",
		'{ CODER_A = "%{"; CODER_B = "b"; }\n',
		'A <%{> "%{"',
		'B <b> "b"',
	],
];

describe("common ways of writing", () => {
	for (const [habit, form, file, ...read] of habits) {
		it(`are read in ${form}: ${habit}`, () => {
			assert.deepEqual(readings(file, form), read);
		});
		it(`are read in ${form} with CRLF and a byte order mark: ${habit}`, () => {
			const written = `\uFEFF${file.replaceAll("\n", "\r\n")}`;
			const found = readings(written, form).map((one) => one.replaceAll("\r\n", "\n"));
			assert.deepEqual(found, read);
		});
	}
});
