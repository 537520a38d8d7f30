import assert from "node:assert/strict";
import { fileSettings } from "../../../src/core/files/fileSettings.ts";
import { valueProblems } from "../../../src/core/files/valueProblems.ts";
import type { Form } from "../../../src/core/variables/forms.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { fixtureConfig } from "../export/support/configs.ts";

const signedOut = new KnownVariables(undefined);
const never = () => false;

function reported(version: "v2.15.0" | "main"): KnownVariables {
	const config = fixtureConfig(`${version}/deployment-config.json`);
	const build = version === "main" ? "v2.35.1+8b44bd6" : "v2.15.0+190cd1c";
	return new KnownVariables(config, { name: "Production", version: build });
}

const found = (text: string, form: Form, known: KnownVariables): string[] =>
	valueProblems(fileSettings(text, form), known, never).map(
		({ kind, name, from, to }) => `${kind} ${name} ${text.slice(from, to)}`,
	);

describe("values that the server would reject", () => {
	before(function () {
		needFixtures(this);
	});

	const refused = [
		"CODER_TLS_ENABLE=yes",
		"CODER_TLS_ENABLE=on",
		"CODER_SESSION_DURATION=1 day",
		"CODER_SESSION_DURATION=24",
		"CODER_API_RATE_LIMIT=1e3",
		"CODER_API_RATE_LIMIT=99999999999999999999",
		"CODER_ACCESS_URL=https://a:b:c/",
		'CODER_OIDC_EMAIL_DOMAIN=a"b,c',
		"CODER_OIDC_GROUP_MAPPING=[1",
	];
	for (const line of refused) {
		it(`are reported, signed in or signed out: ${line}`, () => {
			const [name = "", value = ""] = line.split(/=(.*)/);
			for (const known of [signedOut, reported("main"), reported("v2.15.0")]) {
				assert.deepEqual(found(line, "env", known), [`refused ${name} ${value}`]);
			}
		});
	}

	for (const line of [
		"CODER_TLS_ENABLE=T",
		"CODER_TLS_ENABLE=1",
		"CODER_SESSION_DURATION=.5h",
		"CODER_SESSION_DURATION=${X}",
		"CODER_API_RATE_LIMIT=-1",
		"CODER_ACCESS_URL=coder.example",
		'CODER_OIDC_EMAIL_DOMAIN="\\"a,b\\",c"',
		'CODER_OIDC_GROUP_MAPPING={"a": "b"}',
		"CODER_TELEMETRY_ENABLE=",
		"CODER_UNKNOWN=yes",
		"CODER_OIDC_CLIENT_SECRET=x",
	]) {
		it(`don't include ${line}`, () => {
			for (const known of [signedOut, reported("main"), reported("v2.15.0")]) {
				assert.deepEqual(found(line, "env", known), []);
			}
		});
	}

	it("include empty variables, unless the server may treat them as unset", () => {
		const empty = "CODER_API_RATE_LIMIT=";
		assert.deepEqual(found(empty, "env", reported("main")), ["refused CODER_API_RATE_LIMIT "]);
		assert.deepEqual(found(empty, "env", reported("v2.15.0")), []);
		assert.deepEqual(found(empty, "env", signedOut), []);
	});

	it("don't include variables that aren't options, or flags that the server doesn't have", () => {
		assert.deepEqual(found("CODER_URL=::\nCODER_AGENT_URL=::", "env", signedOut), []);
		assert.deepEqual(found("coder server --made-up=1", "shell", signedOut), []);
	});

	it("are the same if the deployment's version isn't known", () => {
		const known = new KnownVariables(fixtureConfig("main/deployment-config.json"));
		assert.deepEqual(found("CODER_TLS_ENABLE=yes", "env", known), ["refused CODER_TLS_ENABLE yes"]);
		assert.deepEqual(found("CODER_SESSION_DURATION=2d", "env", known), []);
	});

	it("are at most 200", () => {
		const text = "export CODER_TLS_ENABLE=yes\n".repeat(300);
		assert.equal(valueProblems(fileSettings(text, "shell"), signedOut, never).length, 200);
	});

	it("include days for servers before v2.29, and words that aren't choices on the deployment", () => {
		const days = "CODER_SESSION_DURATION=2d";
		assert.deepEqual(found(days, "env", reported("main")), []);
		assert.deepEqual(found(days, "env", reported("v2.15.0")), [
			"refused CODER_SESSION_DURATION 2d",
		]);
		const choice = "CODER_SAMESITE_AUTH_COOKIE=strickt";
		assert.deepEqual(found(choice, "env", reported("main")), [
			"refused CODER_SAMESITE_AUTH_COOKIE strickt",
		]);
		assert.deepEqual(found(choice, "env", signedOut), [], "later versions may have more");
	});

	it("are reported with what the server accepts", () => {
		const message = (line: string, version: "v2.15.0" | "main") =>
			valueProblems(fileSettings(line, "env"), reported(version), never)[0]?.message;
		assert.equal(
			message("CODER_TLS_ENABLE=yes", "main"),
			"Coder doesn't start with this value. CODER_TLS_ENABLE must be true or false.",
		);
		assert.equal(
			message("CODER_SESSION_DURATION=1d", "v2.15.0"),
			"Coder doesn't start with this value. Days and weeks require Coder v2.29.0; use hours.",
		);
		assert.match(
			message("CODER_SAMESITE_AUTH_COOKIE=x", "main") ?? "",
			/must be one of: lax, none\.$/,
		);
	});
});

describe("names that a list contains twice", () => {
	it("are reported at the second one", () => {
		const helm = `coder:
  env:
    - name: CODER_ACCESS_URL
      value: https://a.example
    - name: CODER_ACCESS_URL
      value: https://b.example
other:
  env:
    - name: CODER_ACCESS_URL
      value: https://c.example
`;
		assert.deepEqual(found(helm, "yaml", signedOut), ["twice CODER_ACCESS_URL CODER_ACCESS_URL"]);
		assert.deepEqual(found("CODER_ACCESS_URL=a\nCODER_ACCESS_URL=b", "env", signedOut).length, 1);
		const compose = "services:\n  a:\n    environment: [CODER_ACCESS_URL=a, CODER_ACCESS_URL=b]\n";
		assert.deepEqual(found(compose, "yaml", signedOut).length, 1);
	});

	it("aren't reported in branches of a template, only one of which applies", () => {
		const templates = [
			["{% if a %}", "{% else %}", "{% endif %}"],
			["{{- if .Values.a }}", "{{- else }}", "{{- end }}"],
			["%{ if a }", "%{ elif }", "%{ endif ~}"],
		];
		for (const [start = "", middle = "", end = ""] of templates) {
			const lines = [start, "CODER_ACCESS_URL: https://a.example", middle];
			const text = ["env:", ...lines, "CODER_ACCESS_URL: https://b.example", end].join("\n  ");
			assert.deepEqual(found(text, "yaml", signedOut), [], middle);
		}
		const lines = [
			"env:",
			...["{% if a %}", "CODER_ACCESS_URL: a", "{% elif b %}", "CODER_ACCESS_URL: b"],
			...["{% else %}", "CODER_ACCESS_URL: c", "{% endif %}"],
		];
		assert.deepEqual(found(lines.join("\n  "), "yaml", signedOut), []);
		const text = "env:\n  CODER_ACCESS_URL: a\n  {{ if .a }}\n  CODER_ACCESS_URL: b\n  {{ end }}\n";
		assert.equal(found(text, "yaml", signedOut).length, 1);
	});

	it("are reported in values of a Helm release in a block", () => {
		const env = ["- name: CODER_ACCESS_URL", "  value: https://a.example"];
		const lines = [
			"values: |",
			"  coder:",
			"    env:",
			...[...env, ...env].map((line) => `    ${line}`),
		];
		assert.deepEqual(found(lines.join("\n"), "yaml", signedOut), [
			"twice CODER_ACCESS_URL CODER_ACCESS_URL",
		]);
	});

	it("aren't reported in values of several Helm releases", () => {
		const values = ["<<EOT", "coder:", "  env:", "    - {name: CODER_ACCESS_URL, value: a}", "EOT"];
		const release = `values = [${values.join("\n")}\n]\n`;
		assert.deepEqual(found(release + release, "terraform", signedOut), []);
		const block = "  values: |\n    env:\n      CODER_ACCESS_URL: a\n";
		assert.deepEqual(found(`a:\n${block}b:\n${block}`, "yaml", signedOut), []);
	});

	it("aren't reported in a script, where the last one may be intended", () => {
		assert.deepEqual(
			found("export CODER_ACCESS_URL=a\nexport CODER_ACCESS_URL=b", "shell", signedOut),
			[],
		);
	});
});

describe("names that Coder's Helm chart sets itself", () => {
	before(function () {
		needFixtures(this);
	});

	it("are reported in its values, by the deployment's version", () => {
		const values = (name: string) =>
			`coder:\n  env:\n    - name: ${name}\n      value: "0.0.0.0:8080"\n`;
		assert.deepEqual(found(values("CODER_HTTP_ADDRESS"), "yaml", reported("main")), [
			"chart CODER_HTTP_ADDRESS CODER_HTTP_ADDRESS",
		]);
		assert.deepEqual(found(values("CODER_CLUSTER_HOST"), "yaml", reported("v2.15.0")), []);
		const manifest = `env:\n  - name: CODER_HTTP_ADDRESS\n    value: "0.0.0.0:8080"\n`;
		assert.deepEqual(found(manifest, "yaml", reported("main")), []);
	});
});

describe("ignored names", () => {
	it("have no problems", () => {
		const settings = fileSettings("CODER_TLS_ENABLE=yes", "env");
		assert.deepEqual(
			valueProblems(settings, signedOut, (name) => name === "CODER_TLS_ENABLE"),
			[],
		);
	});
});

describe("values that another program replaces", () => {
	it("have no problems", () => {
		const values = [
			"ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]",
			"ref+vault://coder#url",
			"op://coder/server/url",
			"<path:coder#url>",
			"vault:secret/data/coder#url",
		];
		for (const value of values) {
			assert.deepEqual(found(`CODER_SESSION_DURATION: "${value}"`, "yaml", signedOut), [], value);
			const [setting] = fileSettings(`CODER_SESSION_DURATION='${value}'`, "env");
			assert.equal(setting?.why, "reference", value);
			assert.equal(setting.text, undefined, value);
		}
	});
});
