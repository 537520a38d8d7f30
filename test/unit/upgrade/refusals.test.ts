import assert from "node:assert/strict";
import type { JsonValue } from "../../../src/core/base/json.ts";
import { mainBuild } from "../../../src/core/coder/release.ts";
import type { DeploymentOption } from "../../../src/core/coder/model.ts";
import { releaseEdition, serverEdition } from "../../../src/core/upgrade/edition.ts";
import { nextRelease } from "../../../src/core/upgrade/nextRelease.ts";
import { isRenamed, refusalIn, refusals } from "../../../src/core/upgrade/refusals.ts";
import { refusalText } from "../../../src/core/upgrade/refusalText.ts";
import { option } from "../configuration/support/options.ts";

type Fields = Partial<DeploymentOption> & { readonly id: string };
const refused = (from: number, to: number, ...options: readonly Fields[]) =>
	refusals(releaseEdition(from), releaseEdition(to), options.map(option));

describe("SSH options", () => {
	const id = "CODER_SSH_CONFIG_OPTIONS";
	const names = (value: JsonValue | undefined, release = mainBuild) => {
		const refusal = refusalIn(release, value === undefined ? { id } : { id, value });
		if (!refusal) return undefined;
		assert.ok(refusal.kind === "ssh" && refusal.id === id);
		return refusal.names;
	};

	it("that run programs or read files are refused, however they are written", () => {
		for (const [line, name] of [
			["ProxyCommand=x", "ProxyCommand"],
			["ProxyCommand x", "ProxyCommand"],
			["ProxyCommand\tx", "ProxyCommand"],
			["PROXYCOMMAND = x=y z", "PROXYCOMMAND"],
			[" \tproxycommand=x ", "proxycommand"],
			["Match", "Match"],
			["Host=*", "Host"],
			["Include ~/x", "Include"],
			["ProxyJump=x", "ProxyJump"],
			["LocalCommand=x", "LocalCommand"],
			["PermitLocalCommand=yes", "PermitLocalCommand"],
			["RemoteCommand=x", "RemoteCommand"],
			["KnownHostsCommand=x", "KnownHostsCommand"],
			["PKCS11Provider=x", "PKCS11Provider"],
			["SecurityKeyProvider=x", "SecurityKeyProvider"],
			["SmartcardDevice=x", "SmartcardDevice"],
			["XAuthLocation=x", "XAuthLocation"],
		] as const)
			assert.deepEqual(names([line]), [name], line);
	});

	it("are refused in a line that could contain several, by the first name", () => {
		for (const end of ["\n", "\r", "\0"]) {
			assert.deepEqual(names([`ForwardAgent=yes${end}Match all`]), ["ForwardAgent"]);
			assert.deepEqual(names([`ForwardAgent=yes${end}`]), ["ForwardAgent"]);
		}
	});

	it("are accepted if they do neither, or aren't a list", () => {
		for (const value of [
			undefined,
			null,
			"ProxyCommand=x",
			{ ProxyCommand: "x" },
			[],
			[""],
			["ForwardAgent=yes", "ProxyUseFdpass=yes", "Hostname=x", "=ProxyCommand"],
		])
			assert.equal(names(value), undefined, JSON.stringify(value));
		const other = { id: "CODER_OTHER", value: ["ProxyCommand=x"] };
		assert.equal(refusalIn(mainBuild, other), undefined, "not SSH options");
	});

	it("are all named, and only by the development build", () => {
		const value = ["ProxyCommand=x", "ForwardAgent=yes", "Include y"];
		assert.deepEqual(names(value), ["ProxyCommand", "Include"]);
		assert.equal(names(value, mainBuild - 1), undefined);
		assert.deepEqual(refused(35, mainBuild, { id, value }), [
			{ kind: "ssh", id, names: ["ProxyCommand", "Include"] },
		]);
		assert.deepEqual(nextRelease([option({ id, value })], 35).refused, [
			{ option: option({ id, value }), name: "ProxyCommand, Include" },
		]);
	});
});

describe("a variable that can't be read", () => {
	const id = "CODER_EXTERNAL_AUTH_GITHUB_DEFAULT_PROVIDER_ENABLE";

	it("is refused as a variable since v2.32, whatever its value", () => {
		for (const value of [true, false])
			assert.deepEqual(refused(31, 32, { id, value, valueSource: "env" }), [
				{ kind: "variable", id },
			]);
		assert.deepEqual(refused(30, 31, { id, value: true, valueSource: "env" }), []);
		assert.deepEqual(refused(32, 33, { id, value: true, valueSource: "env" }), []);
		for (const valueSource of ["flag", "yaml", "default"] as const)
			assert.deepEqual(refused(31, 32, { id, value: true, valueSource }), []);
		assert.equal(refusalIn(32, { id: "CODER_ACCESS_URL", valueSource: "env" }), undefined);
	});

	it("is called by its name, or by its ID if the server doesn't report one", () => {
		const one = option({ id, valueSource: "env" });
		const named = { ...one, env: "CODER_NAMED" };
		assert.deepEqual(nextRelease([one, named], 31), {
			refused: [
				{ option: one, name: id },
				{ option: named, name: "CODER_NAMED" },
			],
			ignored: [],
		});
	});
});

describe("an option that the next release doesn't have", () => {
	const id = "CODER_IN_MEMORY";
	const after = (...options: readonly Fields[]) => {
		const { refused: stopping, ignored } = nextRelease(options.map(option), 24);
		const nameOf = ({ name }: { readonly name: string }) => name;
		return [stopping.map(nameOf), ignored.map(nameOf)];
	};

	it("is refused by the name that sets it, and ignored if that is a variable or unknown", () => {
		const names = { id, env: "CODER_MEMORY", flag: "in-memory", yamlPath: ["memory", "in"] };
		assert.deepEqual(after({ ...names, valueSource: "yaml" }), [["memory.in"], []]);
		assert.deepEqual(after({ ...names, valueSource: "flag" }), [["--in-memory"], []]);
		assert.deepEqual(after({ ...names, valueSource: "env" }), [[], ["CODER_MEMORY"]]);
		for (const valueSource of ["yaml", "flag", "env"] as const)
			assert.deepEqual(after({ id, valueSource }), [[], [id]]);
		assert.deepEqual(after({ ...names, flag: "", yamlPath: [], valueSource: "flag" }), [
			[],
			["CODER_MEMORY"],
		]);
	});

	it("doesn't matter if it isn't set, and neither do options that it has", () => {
		assert.deepEqual(after({ id, flag: "in-memory" }), [[], []]);
		assert.deepEqual(after({ id, flag: "in-memory", valueSource: "default" }), [[], []]);
		for (const valueSource of ["yaml", "flag", "env"] as const)
			assert.deepEqual(after({ id: "CODER_A", flag: "a", yamlPath: ["a"], valueSource }), [[], []]);
	});

	it("is refused in YAML only, if only its path was dropped", () => {
		const psk = {
			id: "CODER_PROVISIONER_DAEMON_PSK",
			flag: "provisioner-daemon-psk",
			yamlPath: ["provisioning", "daemonPSK"],
		};
		const next = (valueSource: "yaml" | "flag" | "env") =>
			nextRelease([option({ ...psk, valueSource })], 8);
		assert.deepEqual(
			next("yaml").refused.map(({ name }) => name),
			["provisioning.daemonPSK"],
		);
		for (const source of ["flag", "env"] as const)
			assert.deepEqual(next(source), { refused: [], ignored: [] });
	});
});

describe("names that a later version doesn't have", () => {
	it("stop the server as a flag or in YAML, but not as a variable, and only if the option is set", () => {
		const id = "CODER_IN_MEMORY";
		assert.deepEqual(refused(15, 35, { id, valueSource: "flag" }), [
			{ kind: "flag", id, flag: "in-memory" },
		]);
		const { yaml: path = "" } = releaseEdition(8).states.get("CODER_PROVISIONER_DAEMON_PSK") ?? {};
		assert.notEqual(path, "");
		assert.deepEqual(refused(8, 9, { id: "CODER_PROVISIONER_DAEMON_PSK", valueSource: "yaml" }), [
			{ kind: "yaml", id: "CODER_PROVISIONER_DAEMON_PSK", path, to: "" },
		]);
		for (const valueSource of ["env", "default"] as const)
			assert.deepEqual(refused(15, 35, { id, valueSource }), []);
		assert.deepEqual(refused(15, 35, { id }), []);
		assert.deepEqual(refused(15, 35, { id: "CODER_INVENTED", valueSource: "flag" }), []);
	});

	it("are another ID's if it has the same flag or path, which the server accepts", () => {
		const before = releaseEdition(15).states.get("CODER_IN_MEMORY") ?? assert.fail();
		const [flag, yamlPath] = [before.flag, before.yaml.split(".")];
		assert.ok(flag !== "" && before.yaml !== "");
		const after = (...reported: readonly Fields[]) =>
			serverEdition("v2.40.0", reported.map(option)) ?? assert.fail();
		for (const [reported, renamed] of [
			[[{ id: "NEW", flag }], true],
			[[{ id: "NEW", yamlPath }], true],
			[[{ id: "NEW", flag, yamlPath }], true],
			[[{ id: "NEW" }, { id: "NEWER", flag: "", yamlPath: [] }], false],
			[[{ id: "NEW", flag: `x-${flag}`, yamlPath: ["x", ...yamlPath] }], false],
			[[], false],
		] as const) {
			const to = after(...reported);
			assert.equal(isRenamed(before, to), renamed, JSON.stringify(reported));
			const set = option({ id: "CODER_IN_MEMORY", valueSource: "flag" });
			assert.equal(refusals(releaseEdition(15), to, [set]).length, renamed ? 0 : 1);
		}
		// Neither names that an option doesn't have nor those of options without a name are the same.
		const nameless = after({ id: "NEW" });
		assert.equal(isRenamed({ ...before, flag: "" }, nameless), false);
		assert.equal(isRenamed({ ...before, yaml: "" }, nameless), false);
		assert.equal(isRenamed({ ...before, flag: "", yaml: "" }, nameless), false);
	});

	it("are described with what to do", () => {
		const id = "CODER_A";
		for (const [refusal, text] of [
			[
				{ kind: "variable", id },
				"The server won't start with this environment variable. Use the flag or YAML.",
			],
			[
				{ kind: "ssh", id, names: ["A", "B"] },
				"The server won't start with these SSH options: A, B.",
			],
			[{ kind: "flag", id, flag: "a" }, "The server won't start with the flag --a. Remove it."],
			[
				{ kind: "yaml", id, path: "a.b", to: "" },
				"The server won't start with a.b in its YAML file. Remove it.",
			],
			[
				{ kind: "yaml", id, path: "a.b", to: "c" },
				"The server won't start with a.b in its YAML file. Use c.",
			],
		] as const)
			assert.equal(refusalText(refusal), text);
	});
});
