import assert from "node:assert/strict";
import fc from "fast-check";
import { escapeCharacter } from "../../../src/core/export/envEntries.ts";
import { fileSettings } from "../../../src/core/files/fileSettings.ts";
import { replaceValue } from "../../../src/core/files/rewrite.ts";
import type { FileSetting } from "../../../src/core/files/setting.ts";
import type { Form } from "../../../src/core/variables/forms.ts";
import { scan } from "../../../src/core/variables/scan.ts";
import { option as optionWith } from "../configuration/support/options.ts";
import { assertGolden } from "../../support/golden.ts";
import { generatedValues } from "../../support/generatedValues.ts";

/** Texts of each form with a value between other text, in each quoting style. */
const files: readonly (readonly [form: Form, text: string])[] = [
	["env", "A=1\nCODER_A=x # comment\nCODER_B='y z'\nexport CODER_C=\"q\"\nCODER_D=\nB=2\n"],
	[
		"yaml",
		`coder:
  env:
    - name: CODER_A
      value: "x" # comment
    - {name: CODER_B, value: y}
    - name: CODER_C
      value: |
        lines
    - name: CODER_D
      value: 'z'
`,
	],
	[
		"yaml",
		`services:
  coder:
    environment:
      CODER_A: "x"
      CODER_B: y # comment
  other:
    environment: [CODER_C=z, "CODER_D=w"]
`,
	],
	[
		"systemd",
		"[Service]\nEnvironment=CODER_A=x \"CODER_B=y z\" \\\n  CODER_C=w\nEnvironment=CODER_D='q'\n",
	],
	["docker", "FROM x\nENV CODER_A=x CODER_B=\"y z\" \\\n  CODER_C='w'\nENV CODER_D=q\n"],
	["shell", 'export CODER_A=x CODER_B="y z"\nCODER_C=\'w\' coder\ndocker run -e "CODER_D=q" x\n'],
	[
		"terraform",
		'a = {\n  CODER_A = "x"\n  CODER_B = 1\n}\nenv {\n  name = "CODER_C"\n  value = "y"\n}\nb = ["CODER_D=q"]\n',
	],
	["json", '{"containerEnv": {"CODER_A": "x", "CODER_B": "y"}, "runArgs": ["-e", "CODER_C=z"]}'],
	["toml", "[env]\nCODER_A = \"x\"\nCODER_B = 'y' # comment\n"],
	[
		"shell",
		"coder server --cache-dir=/x '--oidc-sign-in-text=a b' --ssh-hostname-prefix y --telemetry\n",
	],
	[
		"docker",
		'FROM x\nENTRYPOINT ["/opt/coder", "server"]\nCMD ["--cache-dir=/x", "--oidc-sign-in-text", "a b", \\\n  "--telemetry"]\n',
	],
	[
		"yaml",
		`services:
  coder:
    entrypoint: [coder, server]
    command:
      - "--cache-dir=/x" # comment
      - --oidc-sign-in-text
      - y
      - --telemetry
`,
	],
	[
		"yaml",
		`containers:
  - command: ["/opt/coder"]
    args: ["server", "--cache-dir=/x", --oidc-sign-in-text, 'y', --telemetry]
`,
	],
	[
		"json",
		'{"image": "coder/coder", "command": ["server", "--cache-dir=/x", "--oidc-sign-in-text", "a b", "--telemetry"]}',
	],
	[
		"terraform",
		'container {\n  image = "coder/coder"\n  args = ["server", "--cache-dir=/x", "--oidc-sign-in-text", "a b", "--telemetry"]\n}\n',
	],
	["toml", "command = ['coder', 'server', '--cache-dir=/x', \"--oidc-sign-in-text=y\"]\n"],
	[
		"nix",
		'{ a.image = "coder/coder"; a.cmd = [ "server" "--cache-dir=/x" "--oidc-sign-in-text" "y" "--telemetry" ]; }\n',
	],
	["nix", 'environment = {\n  CODER_A = "x";\n  CODER_B = "y";\n};\n'],
];

const option = optionWith({ id: "CODER_OIDC_SIGN_IN_TEXT", name: "", value: "" });

const textOf = (setting: FileSetting | undefined) => setting?.read?.(option, "v2.35.1");

const values = fc.oneof(
	fc.string({ maxLength: 20 }),
	fc
		.array(
			fc.constantFrom(
				...["$", "${X}", "$(X)", "$$", "%", "%%", "%{x}", "\\", '"', "'", "#", " ", "{{", "{", "}"],
				...[",", ": ", "a", "\t", ";", "=", "`", "~", "true", "1", "é", "😀"],
			),
			{ maxLength: 12 },
		)
		.map((parts) => parts.join("")),
);

/** Values that some forms have to quote, escape, or leave alone. */
const written = [
	...["plain/x:1", "", "a b", "true", "-", "a#b", "é", "two\nlines", "\u2028", "\u0085"],
	...["a: b", '"q"', "it's", "\\", "$x", "$X", "${X}", "$(X)", "%{x}", "a,b", "a=b", "~"],
];

describe("a value that replaces another", function () {
	this.timeout(60_000);

	it("is written like this in each form", () => {
		const parts = files.map(([form, text]) => {
			const lines = fileSettings(text, form).flatMap((setting) => {
				const { name, value } = setting;
				const before = text.slice(value.from, value.to);
				const after = written.map((one) => {
					const replacement = replaceValue(text, form, setting, one);
					return `    ${JSON.stringify(one)}  ${replacement ? replacement.text : "(not possible)"}`;
				});
				return [`  ${name} ${JSON.stringify(before)}`, ...after];
			});
			return [`${form} ${JSON.stringify(text)}`, ...lines, ""].join("\n");
		});
		const visible = parts.join("\n").replace(/[^\n\x20-\x7e]/g, escapeCharacter);
		assertGolden("rewritten-values", visible);
	});

	const replaced = (form: Form, text: string, of: string, value: string): string | undefined => {
		const setting = fileSettings(text, form).find(({ name }) => name === of);
		assert.ok(setting);
		const edit = replaceValue(text, form, setting, value);
		return edit && text.slice(0, edit.from) + edit.text + text.slice(edit.to);
	};

	it("leaves names without a value as they are", () => {
		assert.equal(
			replaced("shell", "echo $CODER_Z\nexport CODER_A=x\n", "CODER_A", "y"),
			"echo $CODER_Z\nexport CODER_A=y\n",
		);
	});

	it("isn't offered if it contains a name, which could be read as a setting", () => {
		assert.equal(replaced("env", "CODER_A=x\n", "CODER_A", "CODER_B"), undefined);
		const reference =
			"env:\n  - name: CODER_A\n    value: x\n  - {name: CODER_B, value: $(CODER_A)}\n";
		assert.equal(replaced("yaml", reference, "CODER_B", "CODER_B"), undefined);
		assert.equal(
			replaced("yaml", reference, "CODER_B", "x"),
			undefined,
			"the reference would be lost",
		);
	});

	it("isn't offered if it would begin a comment in a template", () => {
		const text = "x: {CODER_A: x, CODER_B: *a}\ny: &a 1\n";
		assert.equal(replaced("yaml", text, "CODER_A", "{#"), undefined);
		assert.equal(replaced("yaml", text, "CODER_A", "{"), text.replace("A: x", 'A: "{"'));
	});

	for (const [form, text] of files) {
		it(`is read correctly, and nothing else changes: ${form} ${text.slice(0, 15).replaceAll("\n", " ")}`, () => {
			const before = fileSettings(text, form);
			assert.ok(before.length >= 2);
			fc.assert(
				fc.property(fc.nat(before.length - 1), values, (index, value) => {
					const setting = before[index];
					assert.ok(setting);
					const written = replaceValue(text, form, setting, value);
					// A value that a form can't contain is left alone; ordinary values never are.
					if (!written) {
						assert.match(value, /[^\w /:.]/);
						return;
					}
					const edited = text.slice(0, written.from) + written.text + text.slice(written.to);
					const after = fileSettings(edited, form);
					assert.equal(after.length, before.length);
					after.forEach((one, at) => {
						assert.equal(one.name, before[at]?.name);
						assert.equal(textOf(one), at === index ? value : textOf(before[at]), edited);
					});
				}),
				{ numRuns: generatedValues(400) },
			);
		});

		it(`is found after any edit before it: ${form} ${text.slice(0, 15).replaceAll("\n", " ")}`, () => {
			fc.assert(
				fc.property(fc.nat(text.length), fc.string({ maxLength: 5 }), fc.nat(3), (at, put, cut) => {
					const edited = text.slice(0, at) + put + text.slice(at + cut);
					for (const { name, start, end, value } of scan(edited, form)) {
						assert.equal(edited.slice(start, end), name);
						if (!value) continue;
						assert.ok(value.from >= 0 && value.from <= value.to && value.to <= edited.length);
						// A value doesn't overlap its name, unless both are one word.
						assert.ok(
							value.prefix !== undefined || value.why || value.to <= start || value.from >= end,
						);
					}
				}),
				{ numRuns: generatedValues(400) },
			);
		});
	}
});
