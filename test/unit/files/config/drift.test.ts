import assert from "node:assert/strict";
import fc from "fast-check";
import { inspect } from "node:util";
import "../../../support/stable.ts";
import { changeRows } from "../../../../src/core/comparison/changeRow.ts";
import { compareOptions } from "../../../../src/core/comparison/compare.ts";
import { configSettings } from "../../../../src/core/files/config/configSettings.ts";
import { configHover } from "../../../../src/core/files/config/configHover.ts";
import { readConfigText, writtenAt } from "../../../../src/core/files/config/configText.ts";
import { replaceConfigValue } from "../../../../src/core/files/config/replaceConfigValue.ts";
import { countDrift, driftOf } from "../../../../src/core/files/drift.ts";
import { fileSettings } from "../../../../src/core/files/fileSettings.ts";
import { fileSide } from "../../../../src/core/files/fileSide.ts";
import { KnownVariables } from "../../../../src/core/variables/known.ts";
import { applied, v15, v35 } from "./references.ts";

const values: Readonly<Record<string, unknown>> = {
	"networking.accessURL": "https://a.example",
	"networking.http.sessionDuration": 86_400_000_000_000,
	"networking.tls.enable": true,
	"oidc.emailDomain": ["a", "b"],
	"oidc.signInText": "Hello",
	"networking.http.maxTokenLifetime": 3_600_000_000_000,
};

/** Options of a deployment with these values, all set by variables. */
const options = v35.options.map((option) => {
	const value = values[option.yamlPath?.join(".") ?? ""];
	return value === undefined
		? { ...option, valueSource: "default" as const }
		: { ...option, value: value as never, valueSource: "env" as const };
});
const reference = { options, version: "v2.35.0" };
const optionAt = (path: string) =>
	options.find(({ yamlPath }) => yamlPath?.join(".") === path) ?? assert.fail(path);

const text = `networking:
  accessURL: https://a.example
  http:
    sessionDuration: 1h
  tls:
    enable: maybe
oidc:
  emailDomain: [a, b]
provisioning:
  psk: hunter2hunter2
externalAuthProviders:
  - id: github
    client_secret: hunter2hunter2
mine: 1
`;

describe("differences between a configuration file and a deployment", () => {
	const settings = configSettings(readConfigText(text));
	const drift = driftOf(settings, reference).filter(({ option }) => option);

	it("are reported for each option", () => {
		assert.deepEqual(
			drift.map(({ setting, state }) => `${setting.name} ${state}`),
			[
				"networking.accessURL same",
				"networking.http.sessionDuration differs",
				"networking.tls.enable refused",
				"oidc.emailDomain same",
				"externalAuthProviders differs",
			],
		);
		assert.equal(countDrift(drift).settings, 5);
	});

	it("contain no secret", () => {
		const shown = drift.map(({ state, value, setting }) => [state, value, setting.text]);
		assert.ok(!inspect(shown, { depth: 9 }).includes("hunter2"));
		const side = fileSide(settings, reference, new KnownVariables(undefined));
		assert.ok(!inspect(side.options, { depth: 9 }).includes("hunter2"));
	});

	it("are a side of a comparison, with the keys that prevent the server from starting", () => {
		const side = fileSide(settings, reference, new KnownVariables(undefined));
		const rows = changeRows(compareOptions(side.options, options));
		assert.deepEqual(
			rows.map(({ yamlPath, kind }) => `${yamlPath ?? ""} ${kind}`),
			[
				"networking.accessURL source",
				"networking.tls.enable changed",
				"oidc.emailDomain source",
				"oidc.signInText changed",
				"networking.http.maxTokenLifetime changed",
				"networking.http.sessionDuration changed",
				"externalAuthProviders removed",
			],
		);
		assert.ok(rows.some(({ yamlPath }) => yamlPath === "networking.http.sessionDuration"));
		assert.ok(
			side.notes.some((note) => note.includes("mine")),
			side.notes.join(),
		);
	});

	it("include options that only other versions have", () => {
		const old = {
			options: v15.options.map((one) => ({ ...one, valueSource: "default" as const })),
			version: "v2.15.0",
		};
		const newer = configSettings(readConfigText("retention:\n  audit_logs: 1h\n"));
		const side = fileSide(newer, old, new KnownVariables(undefined));
		const rows = changeRows(compareOptions(side.options, old.options));
		assert.deepEqual(
			rows.map(({ id, kind }) => `${id} ${kind}`),
			["CODER_AUDIT_LOGS_RETENTION onlyLeft"],
		);
	});

	it("take variables into account, which override the file", () => {
		const env = fileSettings("CODER_SESSION_DURATION=24h", "env");
		for (const both of [
			[...settings, ...env],
			[...env, ...settings],
		]) {
			const side = fileSide(both, reference, new KnownVariables(undefined));
			assert.equal(side.settings.get("CODER_SESSION_DURATION"), env[0]);
			assert.equal(countDrift(driftOf(both, reference)).differ, 2);
		}
	});

	it("include no names of variables or flags, which aren't keys", () => {
		const keys = configSettings(readConfigText("CODER_TLS_ENABLE: false\n--tls-enable: false\n"));
		assert.deepEqual(
			driftOf(keys, reference).map(({ state }) => state),
			["unknown", "unknown"],
		);
	});
});

describe("the deployment's value as a replacement", () => {
	const replaced = (file: string, path: string, value: unknown) => {
		const option = { ...optionAt(path), value: value as never };
		const edit = replaceConfigValue(readConfigText(file), path, option, "v2.35.0");
		return edit && applied(file, [edit]);
	};

	it("is written as YAML or JSON", () => {
		assert.equal(
			replaced("networking:\n  tls:\n    enable: false # no\n", "networking.tls.enable", true),
			"networking:\n  tls:\n    enable: true # no\n",
		);
		assert.equal(
			replaced("oidc:\n  emailDomain:\n  - a\n  - b\n  scopes: [a]\n", "oidc.emailDomain", [
				"x",
				"y z",
			]),
			'oidc:\n  emailDomain: ["x","y z"]\n  scopes: [a]\n',
		);
		assert.equal(
			replaced("oidc:\n  signInText: |\n    a\n    b\n  scopes: []", "oidc.signInText", "yes"),
			'oidc:\n  signInText: "yes"\n  scopes: []',
		);
		assert.equal(
			replaced('{"oidc": {"signInText": "a"}}', "oidc.signInText", "yes"),
			'{"oidc": {"signInText": "yes"}}',
		);
		assert.equal(
			replaced(
				"networking:\n  http:\n    sessionDuration:\n",
				"networking.http.sessionDuration",
				3_600_000_000_000,
			),
			"networking:\n  http:\n    sessionDuration: 1h0m0s\n",
		);
	});

	it("is written on the line of a list's key, and leaves spaces and comments as they are", () => {
		for (const [file, written] of [
			["oidc:\n  emailDomain :\n  - a\n", 'oidc:\n  emailDomain : ["x"]\n'],
			['oidc:\n  "emailDomain":\n    - a\n', 'oidc:\n  "emailDomain": ["x"]\n'],
			["oidc:\n  emailDomain:   [a]\n", 'oidc:\n  emailDomain:   ["x"]\n'],
			["oidc:\n  emailDomain: # c:\n    - a\n", 'oidc:\n  emailDomain: # c:\n    ["x"]\n'],
			["oidc:\n  emailDomain:\n    a\n", 'oidc:\n  emailDomain:\n    ["x"]\n'],
		] as const) {
			assert.equal(replaced(file, "oidc.emailDomain", ["x"]), written);
		}
	});

	it("isn't offered if the server would read another value, or none", () => {
		const file = "oidc:\n  signInText: a\n";
		assert.equal(replaced(file, "oidc.signInText", "op://coder/text"), undefined);
		assert.equal(replaced(file, "oidc.signInText", undefined), undefined);
		assert.equal(replaced(file, "oidc.emailDomain", ["x"]), undefined);
		assert.equal(replaced(`${file}mine: [\n`, "oidc.signInText", "b"), undefined);
		assert.equal(replaced("{oidc: {signInText, scopes: []}}\n", "oidc.signInText", ""), undefined);
		const long = `${file}#`.padEnd(1_000_000, "x");
		assert.equal(replaced(long, "oidc.signInText", "b")?.length, long.length);
		assert.equal(replaced(long, "oidc.signInText", "bc"), undefined);
	});

	it("is parsed as the same value without other changes, for arbitrary text", () => {
		const files = [
			"# c\noidc:\n  signInText: old # why\n  emailDomain:\n  - a\nmine: &a [1]\nother: *a\n",
			'{\n\t"oidc": {"signInText": "old", "emailDomain": ["a"]}\n}\n',
			"oidc:\r\n  emailDomain: [a,\r\n    b]\r\n  signInText: >-\r\n    old\r\n    er\r\n",
		];
		const awkward = fc
			.array(
				fc.constantFrom(
					..."- : # ' \" { } [ ] , & * ! | > % @ ` ~ yes 1e3 0x1 \\ é 😀 \t \n null a".split(" "),
				),
			)
			.map((parts) => parts.join(""));
		const anyText = fc.oneof(awkward, fc.string({ unit: "grapheme", maxLength: 30 }));
		fc.assert(
			fc.property(
				fc.constantFrom(...files),
				anyText,
				fc.array(anyText, { maxLength: 3 }),
				(file, value, list) => {
					for (const [path, wanted] of [
						["oidc.signInText", value],
						["oidc.emailDomain", list],
					] as const) {
						const after = replaced(file, path, wanted);
						// The server drops null from a list of strings, and YAML can't contain control characters.
						if (after === undefined) continue;
						const before = new Map(writtenAt(readConfigText(file)));
						for (const [other, written] of writtenAt(readConfigText(after))) {
							if (other !== path) assert.equal(written, before.get(other));
						}
					}
				},
			),
			{ numRuns: 200 },
		);
	});

	it("is offered for almost all text", () => {
		let offered = 0;
		for (const value of [
			"a",
			"",
			"#",
			"a: b",
			"- a",
			"'",
			'"',
			"yes",
			"1",
			"é",
			"a\nb",
			"*",
			"{}",
		]) {
			if (replaced("oidc:\n  signInText: old\n", "oidc.signInText", value) !== undefined) offered++;
		}
		assert.equal(offered, 13);
	});
});

describe("a hover in a configuration file", () => {
	const hover = (marked: string) => {
		const offset = marked.indexOf("|");
		const file = marked.slice(0, offset) + marked.slice(offset + 1);
		return configHover(readConfigText(file), offset, v35, undefined)?.paragraphs.join("\n");
	};

	it("explains options and groups", () => {
		assert.match(
			hover("networking:\n  access|URL: a\n") ?? "",
			/\*\*Access URL\*\* `networking\.accessURL`/,
		);
		assert.match(hover("networking:\n  tls:\n    enable: tr|ue\n") ?? "", /true or false/);
		assert.match(hover("networ|king:\n  accessURL: a\n") ?? "", /\*\*Networking\*\*/);
		assert.match(
			hover("notifications:\n  email:\n    fr|om: a\n") ?? "",
			/Use `email\.from` instead/,
		);
		assert.equal(hover("mi|ne: 1\n"), undefined);
	});

	it("explains a group as the deployment does", () => {
		const groups = [
			{ name: "Networking", yaml: "networking", description: "What *others* reach." },
			{ name: "TLS_1", yaml: "tls" },
		];
		const grouped = v35.options.map((option) =>
			option.id === "CODER_TLS_ENABLE" ? { ...option, groups } : option,
		);
		const file = "networking:\n  tls:\n    enable: true\n";
		const paragraphs = (key: string) =>
			configHover(
				readConfigText(file),
				file.indexOf(key),
				{ ...v35, options: grouped.filter(({ id }) => id === "CODER_TLS_ENABLE") },
				undefined,
			)?.paragraphs;
		assert.deepEqual(paragraphs("networking"), ["**Networking**", "What \\*others\\* reach."]);
		assert.deepEqual(paragraphs("tls"), ["**TLS\\_1**"]);
	});
});

describe("ranges in a configuration file", () => {
	it("are correct after any edit", () => {
		const edit = fc.record({
			at: fc.nat(text.length),
			remove: fc.nat(6),
			insert: fc.constantFrom(
				"",
				" ",
				"\n",
				"\r\n",
				"a",
				"key: value\n",
				"# x\n",
				"\t",
				"- ",
				'"',
				"{",
				"&a ",
				"é😀",
			),
		});
		fc.assert(
			fc.property(fc.array(edit, { minLength: 1, maxLength: 5 }), (edits) => {
				const edited = edits.reduce(
					(result, { at, remove, insert }) =>
						result.slice(0, at) + insert + result.slice(at + remove),
					text,
				);
				for (const { key, nameSpan, value } of readConfigText(edited).keys) {
					const name = edited.slice(nameSpan.from, nameSpan.to);
					assert.ok(
						nameSpan.from <= nameSpan.to && nameSpan.to <= value.from && value.from <= value.to,
					);
					assert.ok(value.to <= edited.length);
					if (/^[\w.]+$/.test(name)) assert.equal(name, key);
				}
			}),
			{ numRuns: 300 },
		);
	});
});
