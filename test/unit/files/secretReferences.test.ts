import assert from "node:assert/strict";
import { fileSettings } from "../../../src/core/files/fileSettings.ts";
import { configSettings } from "../../../src/core/files/config/configSettings.ts";
import { readConfigText } from "../../../src/core/files/config/configText.ts";
import type { FileSetting } from "../../../src/core/files/setting.ts";
import type { Form } from "../../../src/core/variables/forms.ts";

/** One for each program that replaces values, and each of its spellings. */
const references = [
	"ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]",
	"$ANSIBLE_VAULT;1.1;AES256",
	"ref+vault://coder#url",
	"secretref+awssecrets://coder",
	"op://coder/server/url",
	"<path:coder#url>",
	"vault:secret/data/coder#url",
	">>vault:secret/data/coder#url",
	"awssm:coder",
];

/** Files that set a value, by what they are. Each has the reference in single or double quotes. */
const files: Readonly<Record<string, readonly [form: Form, text: (value: string) => string]>> = {
	"a .env file": ["env", (value) => `CODER_SESSION_DURATION='${value}'`],
	"a shell script": ["shell", (value) => `export CODER_SESSION_DURATION='${value}'`],
	"a systemd unit": [
		"systemd",
		(value) => `[Service]\nEnvironment="CODER_SESSION_DURATION=${value}"`,
	],
	"a Compose file": [
		"yaml",
		(value) => `services:\n  coder:\n    environment:\n      CODER_SESSION_DURATION: '${value}'`,
	],
	"Helm values": [
		"yaml",
		(value) => `coder:\n  env:\n    - name: CODER_SESSION_DURATION\n      value: '${value}'`,
	],
	"a Dockerfile": ["docker", (value) => `FROM x\nENV CODER_SESSION_DURATION='${value}'`],
	Terraform: ["terraform", (value) => `env = {\n  CODER_SESSION_DURATION = "${value}"\n}`],
	TOML: ["toml", (value) => `[env]\nCODER_SESSION_DURATION = "${value}"`],
	Nix: ["nix", (value) => `{ environment.CODER_SESSION_DURATION = "${value}"; }`],
	JSON: ["json", (value) => `{"containerEnv":{"CODER_SESSION_DURATION":"${value}"}}`],
	"a flag with =": ["shell", (value) => `coder server '--session-duration=${value}'`],
	"a flag without =": ["shell", (value) => `coder server --session-duration '${value}'`],
	"a flag in a systemd unit": [
		"systemd",
		(value) => `[Service]\nExecStart=/usr/bin/coder server "--session-duration=${value}"`,
	],
	"a flag without = in a systemd unit": [
		"systemd",
		(value) => `[Service]\nExecStart=/usr/bin/coder server --session-duration "${value}"`,
	],
	"a flag in a container's arguments": [
		"yaml",
		(value) =>
			`containers:\n  - name: coder\n    command: ["/opt/coder"]\n    args: ["server", '--session-duration=${value}']`,
	],
	"a flag without = in a container's arguments": [
		"yaml",
		(value) =>
			`containers:\n  - name: coder\n    command: ["/opt/coder"]\n    args:\n      - server\n      - --session-duration\n      - '${value}'`,
	],
	"a flag in a Compose command": [
		"yaml",
		(value) =>
			`services:\n  coder:\n    image: ghcr.io/coder/coder\n    command: ["server", "--session-duration", '${value}']`,
	],
	"a flag in a task definition of ECS": [
		"json",
		(value) => `{"image":"coder/coder","command":["server","--session-duration=${value}"]}`,
	],
	"a flag without = in Terraform": [
		"terraform",
		(value) =>
			`container {\n  image = "coder/coder"\n  args = ["server", "--session-duration", "${value}"]\n}`,
	],
	"a flag in a Dockerfile": [
		"docker",
		(value) =>
			`FROM x\nENTRYPOINT ["/opt/coder", "server"]\nCMD ["--session-duration", "${value}"]`,
	],
};

describe("a value that another program replaces", () => {
	const assertReference = (setting: FileSetting | undefined, value: string): void => {
		assert.ok(setting, value);
		// In some forms, a dollar sign also begins a variable.
		const reasons = value.startsWith("$") ? ["reference", "interpolated"] : ["reference"];
		assert.ok(reasons.includes(setting.why ?? ""), value);
		assert.equal(setting.text, undefined, value);
		assert.equal(setting.read, undefined, value);
		assert.equal(setting.secret, false, value);
	};

	for (const [what, [form, text]] of Object.entries(files)) {
		it(`isn't a literal value in ${what}`, () => {
			for (const value of references) {
				// In these, a dollar sign begins a variable.
				if (value.startsWith("$") && text("'").includes("\"'")) continue;
				const all = fileSettings(text(value), form);
				assert.equal(all.length, 1, text(value));
				assertReference(all[0], value);
			}
		});

		it(`is distinguished from a literal value in ${what}`, () => {
			const [setting] = fileSettings(text("1h"), form);
			assert.equal(setting?.text, "1h");
			assert.equal(setting.why, undefined);
		});
	}

	it("isn't a literal value in a configuration of the server", () => {
		for (const value of references) {
			const config = `networking:\n  http:\n    sessionDuration: '${value}'\n`;
			const settings = configSettings(readConfigText(config));
			assertReference(
				settings.find(({ name }) => name === "networking.http.sessionDuration"),
				value,
			);
		}
	});

	it("isn't an item of a list to which flags add others", () => {
		const [first] = fileSettings(
			"coder server --proxy-trusted-headers a --proxy-trusted-headers op://x",
			"shell",
		);
		assert.equal(first?.repeated, true);
		const option = { type: "string-array", value: [], flag: "proxy-trusted-headers" } as never;
		assert.deepEqual(first.read?.(option, undefined), ["a"]);
	});
});
