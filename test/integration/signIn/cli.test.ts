import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { cliConfigDir, readCliSession } from "../../../src/core/signIn/cliFiles.ts";
import { askCliForToken } from "../../../src/core/signIn/cliToken.ts";
import { findCli } from "../../../src/core/signIn/findCli.ts";
import { environmentSession, findWays, urlToBeginWith } from "../../../src/core/signIn/ways.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const token = "SampleOwnr-SampleOwnerNotRealTokn";
const url = "https://coder.larkspur.example";

const configFolder = process.platform === "darwin" ? "Library/Application Support" : ".config";

describe("the Coder CLI's session", function () {
	this.timeout(slowMachine);

	let dir: string;
	beforeEach(async () => {
		dir = await mkdtemp(path.join(tmpdir(), "coder-cli-"));
	});
	afterEach(() => rm(dir, { recursive: true, force: true }));

	const session = (files: Readonly<Record<string, string>>) =>
		Promise.all(Object.entries(files).map(([name, text]) => writeFile(path.join(dir, name), text)));

	/** Creates a program that replaces the CLI. */
	const program = async (script: string, name = "coder") => {
		const file = path.join(dir, name);
		await writeFile(file, `#!/bin/sh\n${script}\n`);
		await chmod(file, 0o755);
		return file;
	};

	it("is in a folder that depends on the system", () => {
		const home = "/home/mira";
		const folder = (env: Readonly<Record<string, string>>, platform: NodeJS.Platform) =>
			cliConfigDir(env, platform, () => home);
		assert.equal(folder({ CODER_CONFIG_DIR: "/x" }, "win32"), "/x");
		assert.equal(folder({}, "linux"), "/home/mira/.config/coderv2");
		assert.equal(folder({ XDG_CONFIG_HOME: "/xdg" }, "linux"), "/xdg/coderv2");
		assert.equal(
			folder({ XDG_CONFIG_HOME: "/xdg" }, "darwin"),
			"/home/mira/Library/Application Support/coderv2",
		);
		if (process.platform !== "win32") {
			assert.equal(cliConfigDir({}), path.join(homedir(), configFolder, "coderv2"));
		}
	});

	it("consists of URL and token, as the CLI writes them", async () => {
		await session({ url: `${url}\n`, session: `${token}\n` });
		assert.deepEqual(await readCliSession(dir), { url, token });
	});

	it("has no token if the CLI stores it elsewhere", async () => {
		await session({ url });
		assert.deepEqual(await readCliSession(dir), { url });
		await session({ session: " \n" });
		assert.deepEqual(await readCliSession(dir), { url });
	});

	it("is ignored without a URL, because its token might be for any deployment", async () => {
		assert.equal(await readCliSession(dir), undefined);
		await session({ session: token });
		assert.equal(await readCliSession(dir), undefined);
		await session({ url: "" });
		assert.equal(await readCliSession(dir), undefined);
	});

	it("is ignored if the files are something else", async () => {
		await session({ url, session: "x".repeat(5000) });
		assert.deepEqual(await readCliSession(dir), { url });
		await mkdir(path.join(dir, "folder", "url"), { recursive: true });
		assert.equal(await readCliSession(path.join(dir, "folder")), undefined);
	});

	it("isn't offered on a machine without a home folder", async function () {
		if (process.platform === "win32") this.skip();
		const home = process.env.HOME;
		process.env.HOME = "not-absolute";
		try {
			assert.deepEqual(await findWays({}, []), [{ kind: "token" }]);
		} finally {
			if (home === undefined) delete process.env.HOME;
			else process.env.HOME = home;
		}
	});

	it("is offered for sign-in", async () => {
		await session({ url: `${url}/`, session: token });
		const seen = { url: "https://seen.example", name: "Production" };
		assert.deepEqual(await findWays({ CODER_CONFIG_DIR: dir }, [seen]), [
			{ kind: "token" },
			{ kind: "cliFiles", url, token },
			{ kind: "seen", ...seen },
		]);
	});

	it("isn't offered if its URL is invalid", async () => {
		for (const odd of ["not a url", "ftp://x.example", "https://mira:secret@x.example"]) {
			await session({ url: odd, session: token });
			assert.deepEqual(await findWays({ CODER_CONFIG_DIR: dir }, []), [{ kind: "token" }]);
		}
	});

	it("is available from an installed CLI, which isn't run to find out", async function () {
		if (process.platform === "win32") this.skip();
		await session({ url });
		const cli = await program(`touch "${dir}/was-run"; echo ${token}`);
		const ways = await findWays({ CODER_CONFIG_DIR: dir, PATH: dir }, []);
		assert.deepEqual(ways, [{ kind: "token" }, { kind: "cliKeyring", url, cli }]);
		assert.equal(await findCli({ PATH: path.join(dir, "none") }), undefined);
		await assert.rejects(async () => rm(path.join(dir, "was-run")));
		const env = { PATH: process.env.PATH };
		assert.deepEqual(await askCliForToken({ cli, url, env }), { ok: true, token });
	});

	it("isn't available from the keyring without an installed CLI", async () => {
		await session({ url });
		const env = { CODER_CONFIG_DIR: dir, PATH: path.join(dir, "none") };
		assert.deepEqual(await findWays(env, []), [{ kind: "token" }]);
	});

	it("is only searched for in absolute folders, and only as a program", async function () {
		if (process.platform === "win32") this.skip();
		const folder = path.join(dir, "first");
		await mkdir(path.join(folder, "coder"), { recursive: true });
		await writeFile(path.join(dir, "coder"), "no program");
		const paths = [".", "", "relative", folder, dir].join(path.delimiter);
		assert.equal(await findCli({ PATH: paths }), undefined);
		await chmod(path.join(dir, "coder"), 0o755);
		assert.equal(await findCli({ PATH: paths }), path.join(dir, "coder"));
		assert.equal(await findCli({}), undefined);
	});

	const ask = async (script: string, env: NodeJS.ProcessEnv = {}, signal?: AbortSignal) =>
		askCliForToken(
			{ cli: await program(script), url, env: { PATH: process.env.PATH, ...env } },
			signal,
		);

	it("is requested with the right arguments and without overriding environment variables", async function () {
		if (process.platform === "win32") this.skip();
		assert.deepEqual(await ask(`[ "$*" = "login token --url=${url}" ] && echo "  tok  "`), {
			ok: true,
			token: "tok",
		});
		const variables = {
			CODER_SESSION_TOKEN: token,
			CODER_URL: "https://b.example",
			coder_url: "https://b.example",
		};
		const env = ["CODER_SESSION_TOKEN", "CODER_URL", "coder_url"];
		assert.deepEqual(
			await ask(`echo "${env.map((name) => `\${${name}:-unset}`).join(",")}"`, variables),
			{ ok: true, token: "unset,unset,unset" },
		);
		assert.deepEqual(await ask('echo "$HARBOR"', { HARBOR: "kept" }), { ok: true, token: "kept" });
	});

	/** Responds like the CLI, with tokens of two deployments in the keyring, by host. */
	const keyring = `
		url="$CODER_URL"
		for word in "$@"; do case "$word" in --url=*) url="\${word#--url=}" ;; esac; done
		case "$1 $2" in
			"version ") echo "Coder v2.32.0+0000000 Mon Jan  1 00:00:00 UTC 2026" ;;
			"login token") case "$url" in
				https://a.example) echo token-of-a ;;
				https://b.example) echo token-of-b ;;
				*) exit 1 ;;
			esac ;;
			*) exit 1 ;;
		esac`;

	it("belongs to the URL next to it, whatever URL the environment has", async function () {
		if (process.platform === "win32") this.skip();
		const cli = await program(keyring);
		const env = { PATH: process.env.PATH, CODER_URL: "https://b.example" };
		const run = (of: string) => askCliForToken({ cli, url: of, env });
		assert.deepEqual(await run("https://a.example"), { ok: true, token: "token-of-a" });
		assert.deepEqual(await run("https://b.example"), { ok: true, token: "token-of-b" });
		assert.equal((await run("https://c.example")).ok, false);
	});

	it("isn't requested from a CLI that would take the arguments for a host to sign in to", async function () {
		if (process.platform === "win32") this.skip();
		const script = (version: string): string =>
			`[ "$1" = version ] && echo "Coder ${version} Mon Jan  1" && exit 0; echo tok`;
		for (const old of ["v2.31.9+0000000", "v2.0.0", "v0.27.1", "v1.99.0"]) {
			assert.equal((await ask(script(old))).ok, false, old);
		}
		for (const fit of ["v2.32.0+0000000", "v2.100.1", "v3.0.0", "v0.0.0-devel+0000000", "dev"]) {
			assert.equal((await ask(script(fit))).ok, true, fit);
		}
	});

	it("is rejected with a sentence that quotes nothing of the CLI's output", async function () {
		if (process.platform === "win32") this.skip();
		for (const script of [
			`echo ${token}; exit 1`,
			`echo ${token} >&2; exit 1`,
			"exit 0",
			`echo "${token} and more"`,
			`yes ${token}`,
		]) {
			const reading = await ask(script);
			assert.ok(!reading.ok, script);
			assert.match(reading.message, /^The Coder CLI didn't provide a token\./);
			assert.ok(!reading.message.includes(token));
		}
		const missing = await askCliForToken({ cli: path.join(dir, "missing"), url, env: {} });
		assert.ok(!missing.ok);
	});

	it("is no longer waited for if the CLI doesn't respond", async function () {
		if (process.platform === "win32") this.skip();
		const cli = await program('[ "$1" = version ] && exit 0; echo tok; exec sleep 30');
		const begin = performance.now();
		const reading = await askCliForToken(
			{ cli, url, env: { PATH: process.env.PATH } },
			undefined,
			1000,
		);
		assert.deepEqual(reading, {
			ok: false,
			message: "The Coder CLI didn't respond. Sign in with a session token instead.",
		});
		assert.ok(performance.now() - begin < 25_000);
	});

	it("is no longer waited for after cancellation", async function () {
		if (process.platform === "win32") this.skip();
		const controller = new AbortController();
		const reading = ask("exec sleep 30", {}, controller.signal);
		setTimeout(() => {
			controller.abort();
		}, 50);
		assert.equal((await reading).ok, false);
	});
});

describe("the environment", () => {
	it("is offered for sign-in if it has URL and token", async () => {
		const env = { CODER_URL: "coder.larkspur.example/", CODER_SESSION_TOKEN: ` ${token}\n` };
		assert.deepEqual(environmentSession(env), { url, token });
		assert.deepEqual(await findWays({ ...env, CODER_CONFIG_DIR: "/nowhere" }, []), [
			{ kind: "token" },
			{ kind: "environment", url, token },
		]);
	});

	it("isn't offered if one of them is missing or the URL is invalid", () => {
		for (const env of [
			{},
			{ CODER_URL: url },
			{ CODER_SESSION_TOKEN: token },
			{ CODER_URL: "", CODER_SESSION_TOKEN: token },
			{ CODER_URL: "not a url", CODER_SESSION_TOKEN: token },
		]) {
			assert.equal(environmentSession(env), undefined);
		}
	});

	it("provides the initial address", () => {
		const env = { CODER_URL: "a", CODER_AGENT_URL: "b" };
		assert.equal(urlToBeginWith(env, "c"), "a");
		assert.equal(urlToBeginWith({ CODER_AGENT_URL: "b" }, "c"), "b");
		assert.equal(urlToBeginWith({ CODER_URL: "" }, "c"), "c");
		assert.equal(urlToBeginWith({}, undefined), "");
	});
});
