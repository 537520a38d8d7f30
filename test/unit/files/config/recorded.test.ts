import assert from "node:assert/strict";
import { configHover } from "../../../../src/core/files/config/configHover.ts";
import { configPlace } from "../../../../src/core/files/config/configPlace.ts";
import { configProblems } from "../../../../src/core/files/config/configProblems.ts";
import { configSettings } from "../../../../src/core/files/config/configSettings.ts";
import { configSuggestions } from "../../../../src/core/files/config/configSuggestions.ts";
import { keyAt, readConfigText } from "../../../../src/core/files/config/configText.ts";
import { keyFix } from "../../../../src/core/files/config/keyFix.ts";
import { replaceConfigValue } from "../../../../src/core/files/config/replaceConfigValue.ts";
import { assertGolden } from "../../../support/golden.ts";
import { optionsOf } from "../../comparison/options.ts";
import { applied, reported, v15, v35 } from "./references.ts";

/** Texts with a cursor at `|`. */
const typed = [
	"|",
	"net|work",
	"networking:\n  acc|: x\n",
	"networking:\n  tls:\n    |\n  http:\n    httpAddress: a\n",
	"networking: {http|: 1}",
	"networking: {|",
	'{"networking": {"http|": 1}}',
	'{"networking": {|"docsURL": "a"}}',
	'{"networking": {"docsURL": "a", |}}',
	'{"pgAuth": |}',
	'{"pgAuth": "pass|"}',
	"pgAuth: |",
	"pgAuth: 'pa|",
	"experiments:\n  - oa|\n",
	"experiments: [|]",
	"introspection:\n  prometheus:\n    enable: |\n    address: x",
	"introspection:\n  prometheus:\n    address: |",
	"introspection:\n  logging:\n    filter: |",
	"networking:\n  tls:\n    minVersion: |",
	"supportLinks: |",
	"provisioning:\n  daemonPSK: |",
	"notifications:\n  email:\n    |",
	"aibridge:\n  |",
];

/** Files with mistakes of all kinds. */
const mistaken = [
	"networking:\n  accesURL: a\n",
	"networking:\n  access_url: a\n  accessUrl: b\n",
	"networking:\n  tsl:\n    enable: true\n",
	"networking:\n  tls:\n    enabel: true\n    keyFile: []\n",
	"oidc:\n  clientID: a\n  clientId: b\n",
	"xyzzy: 1\n",
	"pgAut: password\npgauth: x\npg: 1\n",
	"pgAuth: other\npgAuth: password\n",
	"telemetry:\n  enable: maybe\n  trace: true\n",
	"email:\n  from: a@b.example\nnotifications:\n  email:\n    from: c@d.example\n",
	"aibridge:\n  enabled: true\n",
	"networking:\n  tls:\n    redirectHTTP: true\n",
	"inMemoryDatabase: true\n",
	"experiments: [oauth2, nothing]\n",
	"networking: x\n",
	"networking:\n  tls: [a]\n",
	"a: [\n",
	'{\n  "networking": {"accesURL": 1}\n}\n',
];

describe("a configuration file of coder server, as it was recorded", () => {
	it("has these completions", () => {
		const parts = typed.map((marked) => {
			const offset = marked.indexOf("|");
			const text = marked.slice(0, offset) + marked.slice(offset + 1);
			const place = configPlace(text, offset);
			if (!place) return `${JSON.stringify(marked)}\n  nothing\n`;
			const { kind, path, used, isFlow, hasColon, indent, from, to } = place;
			const about = [
				`${kind} at ${JSON.stringify(path)}`,
				`replaces ${JSON.stringify(text.slice(from, to))}`,
				`used: ${[...used].filter((one) => !one.startsWith("__")).join()}`,
				`flow: ${String(isFlow)}, colon: ${String(hasColon)}, indent: ${String(indent)}`,
			].join("; ");
			const lines = configSuggestions(place, v35).map((one) => {
				const marks = [
					one.kind,
					one.option?.id ?? "",
					one.isDefault ? "default" : "",
					one.isDeprecated ? "deprecated" : "",
				].filter((mark) => mark !== "");
				return `  ${one.label}: ${JSON.stringify(`${one.before}|${one.after}`)} (${marks.join(", ")})`;
			});
			return [JSON.stringify(marked), `  ${about}`, ...lines, ""].join("\n");
		});
		assertGolden("config-completions", parts.join("\n"));
	});

	it("has these problems, and fixes of keys", () => {
		const parts = mistaken.map((text) => {
			const config = readConfigText(text);
			const lines = [v15, v35, reported].flatMap((reference) =>
				configProblems(config, reference).flatMap((problem) => {
					const { kind, path, from, to, message } = problem;
					const fix = keyFix(config, from, reference);
					return [
						`  ${reference.name}: ${kind} ${path} ${JSON.stringify(text.slice(from, to))}: ${message}`,
						...(fix ? [`    ${fix.path}: ${JSON.stringify(applied(text, fix.edits))}`] : []),
					];
				}),
			);
			return [JSON.stringify(text), ...lines, ""].join("\n");
		});
		assertGolden("config-problems", parts.join("\n"));
	});

	it("has these settings", () => {
		const text = [
			"networking:",
			"  accessURL: https://a.example",
			"  tls: {enable: true, x: [1]}",
			"oidc:",
			"  clientSecret: hush",
			"  tokenPeriod: 1h",
			"sessionDuration: 1h",
			"empty:",
			"list: [a, &x b, *x]",
		].join("\n");
		const settings = configSettings(readConfigText(text)).map((setting) => ({
			name: setting.name,
			source: setting.source,
			secret: setting.secret,
			text: setting.text,
			quoting: setting.value.quoting,
			written: text.slice(setting.value.from, setting.value.to),
			reads: setting.read !== undefined,
			sets: v35.options.filter((option) => setting.sets(option)).map(({ id }) => id),
		}));
		assertGolden("config-settings", `${JSON.stringify(settings, undefined, "\t")}\n`);
	});

	it("has these hovers", () => {
		const text = [
			"networking:",
			"  accessURL: a",
			"  tls:",
			"    enable: true",
			"email:",
			"  from: a",
			"notifications:",
			"  email:",
			"    from: b",
			"xyzzy: 1",
		].join("\n");
		const config = readConfigText(text);
		const parts = config.keys.flatMap(({ path, nameSpan }) =>
			[v15, v35].map((reference) => {
				const hover = configHover(config, nameSpan.from, reference, undefined);
				const paragraphs = hover?.paragraphs.map((one) => `  ${one.replaceAll("\n", "\n  ")}`);
				return [`${path}, ${reference.name}`, ...(paragraphs ?? ["  none"]), ""].join("\n");
			}),
		);
		assertGolden("config-hovers", parts.join("\n"));
		assert.equal(configHover(config, text.indexOf(" a"), v35, undefined), undefined);
	});

	it("has a key at its first and last character, and at its value", () => {
		const text = "a: 1\nbc:\n  d: xy\n";
		const config = readConfigText(text);
		const found = Array.from(text, (_, offset) => keyAt(config, offset)?.path ?? "-");
		assert.equal(found.join(" "), "a a - a a bc bc bc - - - bc.d bc.d bc bc.d bc.d bc.d");
	});

	it("gets these values", () => {
		const files = [
			"a: x # note\nb: 1\n",
			"a: 'x'\nb: 1\n",
			"a:\n  - x\n  - y\nb: 1\n",
			"a:\n  x: 1\nb: 1\n",
			"a:\nb: 1\n",
			"a: |\n  lines\nb: 1\n",
			"a: [x,\n  y]\nb: 1\n",
			"c: &a x\na: *a\nb: 1\n",
			"a: &a x\nb: *a\n",
			"a: x\nb: 1\na: y\n",
			'{"a": "x", "b": 1}\n',
			'{"a":["x"],"b":1}\n',
		];
		const [...values] = optionsOf(
			...[
				...["plain", "", "a: b", "true", "1", "it's", "two\nlines", true, 7, null],
				...[["a", "b, c"], [], { word: "value" }, 9007199254740993n],
			].map((value) => ({ name: "A", env: "CODER_A", yaml: "a", value: value as string })),
			{
				name: "A",
				env: "CODER_A",
				yaml: "a",
				value: 5_400_000_000_000,
				annotations: { format_duration: "true" },
			},
		);
		const parts = files.map((text) => {
			const config = readConfigText(text);
			const lines = values.map((option) => {
				const edit = replaceConfigValue(config, "a", option, "v2.35.1");
				const shown = JSON.stringify(option.value, (_key, value: unknown) =>
					typeof value === "bigint" ? String(value) : value,
				);
				return `  ${shown}  ${edit ? JSON.stringify(applied(text, [edit])) : "(not possible)"}`;
			});
			return [JSON.stringify(text), ...lines, ""].join("\n");
		});
		assertGolden("config-values", parts.join("\n"));
	});
});
