import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import "../../../support/stable.ts";
import { runHeaderCommand } from "../../../../src/core/http/headers/headerCommand.ts";
import { HeaderCommandCache } from "../../../../src/core/http/headers/headerCommandCache.ts";
import { startSampleDeployment } from "../../../sample-deployment/server.ts";
import { startStub } from "../../../support/stubServer.ts";
import { until } from "../../../support/until.ts";
import { TestFiles } from "../support/files.ts";
import { networkBench } from "../../../unit/http/support/networkBench.ts";

const from = "coder.headerCommand";
const url = "https://coder.larkspur.example";
const never = new AbortController().signal;
const run = (command: string, limits?: { timeMs: number; outputBytes: number }) =>
	runHeaderCommand({ command, from, url }, never, limits);
const secret = "hush-hush";

describe("header commands", function () {
	const files = new TestFiles();

	before(function () {
		// The commands below are for sh.
		if (process.platform === "win32") this.skip();
	});
	after(() => {
		files.remove();
	});

	it("print headers and get the URL in CODER_URL", async () => {
		assert.deepEqual(await run(`printf 'X-Url=%s\\r\\nX-Two=a=b\\r\\n' "$CODER_URL"`), {
			"X-Url": url,
			"X-Two": "a=b",
		});
	});

	it("don't get the session token", async () => {
		process.env.CODER_SESSION_TOKEN = secret;
		try {
			assert.deepEqual(await run("echo X=$CODER_SESSION_TOKEN"), { X: "" });
		} finally {
			delete process.env.CODER_SESSION_TOKEN;
		}
	});

	it("report their exit code, but none of their output", async () => {
		const failing = run(`echo A=${secret}; echo ${secret} >&2; exit 3`);
		await assert.rejects(failing, (error: Error) => {
			assert.equal(
				error.message,
				"The command in the setting coder.headerCommand failed. It exited with code 3.",
			);
			assert.ok(!JSON.stringify([error, error.stack, error.cause]).includes(secret));
			return true;
		});
		await assert.rejects(run("no-such-command-here"), /exited with code 127\.$/);
		await assert.rejects(run("kill -TERM $$"), /terminated by SIGTERM\.$/);
	});

	it("fail if they print anything else, which isn't quoted", async () => {
		await assert.rejects(run(`echo ${secret}`), (error: Error) => {
			assert.match(error.message, /Line 1 of its output isn't in the format name=value\.$/);
			return !error.message.includes(secret);
		});
		await assert.rejects(run("head -c 300 /dev/urandom"), /of its output/);
	});

	it("fail if they print too much", async () => {
		const limits = { timeMs: 5000, outputBytes: 1000 };
		await assert.rejects(run("yes A=1", limits), /It printed more than 1 kB\.$/);
	});

	it("fail if they take too long, and end with all child processes", async () => {
		const pidFile = path.join(files.dir, "pid");
		const started = Date.now();
		await assert.rejects(
			run(`sleep 60 & echo $! > '${pidFile}'; wait`, { timeMs: 300, outputBytes: 1000 }),
			/It didn't finish within 300 milliseconds\.$/,
		);
		assert.ok(Date.now() - started < 3000);
		await until(() => !isRunning(pidFile));
	});

	it("end when the request is canceled", async () => {
		const pidFile = path.join(files.dir, "pid2");
		const sample = await startSampleDeployment();
		const bench = networkBench(sample.url, {
			"coderDeployment.headerCommand": `sleep 60 & echo $! > '${pidFile}'; wait`,
		});
		const controller = new AbortController();
		const asking = bench.ask(controller.signal);
		await until(() => existsSync(pidFile) && readFileSync(pidFile, "utf8") !== "");
		controller.abort();
		assert.equal((await asking)?.kind, "cancelled");
		await until(() => !isRunning(pidFile));
		assert.equal(sample.count(), 0);
		await sample.close();
	});

	it("add their headers to every request, and none to the log", async () => {
		const stub = await startStub({ status: 500 });
		const bench = networkBench(stub.url, {
			"coder.headerCommand": `echo X-Gateway=${secret}`,
			"coderDeployment.headers": { "X-Gateway": "by setting", "X-Other": "1" },
		});
		const failure = await bench.ask();
		await stub.close();
		const raw = stub.requests[0]?.rawHeaders.join("\n") ?? "";
		assert.match(raw, new RegExp(`x-gateway\n${secret}`, "i"));
		assert.match(raw, /x-other\n1/i);
		assert.ok(!JSON.stringify([failure, bench.log.raw]).includes(secret));
	});

	it("report a failure with the setting's name, and no request is sent without them", async () => {
		const sample = await startSampleDeployment();
		const bench = networkBench(sample.url, { "coder.headerCommand": "exit 1" });
		const failure = await bench.ask();
		assert.equal(failure?.kind, "settings");
		assert.equal(failure.setting, "coder.headerCommand");
		assert.equal(sample.count(), 0);
		await bench.prove(
			"header command that fails",
			() => {
				bench.write({ "coder.headerCommand": "exit 1" });
			},
			() => {
				bench.write({ "coder.headerCommand": "echo A=1" });
			},
		);
		await sample.close();
	});

	it("run once for a burst of requests, and again when a gateway rejects one", async () => {
		const countFile = path.join(files.dir, "count");
		const command = `echo run >> '${countFile}'; echo A=1`;
		const runs = (): number =>
			existsSync(countFile) ? readFileSync(countFile, "utf8").trim().split("\n").length : 0;
		let now = 0;
		const cache = new HeaderCommandCache(runHeaderCommand, () => now);
		const ask = () => cache.headers({ command, from, url }, never);
		await Promise.all([ask(), ask(), ask()]);
		assert.equal(runs(), 1);
		now += 5000;
		cache.invalidate(url);
		await ask();
		assert.equal(runs(), 1, "a refusal right after a run has another reason");
		now += 6000;
		cache.invalidate(url);
		await ask();
		assert.equal(runs(), 2);
		now += 61_000;
		await ask();
		assert.equal(runs(), 3);
		await cache.headers({ command: `${command} `, from, url }, never);
		assert.equal(runs(), 4, "another command is run at once");
		await cache.headers({ command, from, url: `${url}:8443` }, never);
		assert.equal(runs(), 5, "each deployment has its own");
	});

	it("run again when a clock that was ahead is corrected, because the headers' age is unknown", async () => {
		let runs = 0;
		let now = 365 * 86_400_000;
		const cache = new HeaderCommandCache(
			() => Promise.resolve({ A: String(runs++) }),
			() => now,
		);
		const ask = () => cache.headers({ command: "x", from, url }, never);
		await ask();
		now = 0;
		await ask();
		await ask();
		assert.equal(runs, 2);
	});

	it("run again with the next request after a failure", async () => {
		let runs = 0;
		const cache = new HeaderCommandCache(() => {
			runs += 1;
			return runs === 1 ? Promise.reject(new Error("no")) : Promise.resolve({ A: "1" });
		});
		await assert.rejects(cache.headers({ command: "x", from, url }, never));
		assert.deepEqual(await cache.headers({ command: "x", from, url }, never), { A: "1" });
	});

	it("continue while another request waits for them", async () => {
		const cache = new HeaderCommandCache();
		const controller = new AbortController();
		const command = { command: "sleep 0.2; echo A=1", from, url };
		const cancelled = cache.headers(command, controller.signal);
		const kept = cache.headers(command, never);
		controller.abort();
		await assert.rejects(cancelled);
		assert.deepEqual(await kept, { A: "1" });
	});
});

/** Returns whether a process is running; one that has ended but wasn't collected by its parent isn't. */
function isRunning(pidFile: string): boolean {
	const pid = readFileSync(pidFile, "utf8").trim();
	try {
		process.kill(Number(pid), 0);
	} catch {
		return false;
	}
	const stat = `/proc/${pid}/stat`;
	return !existsSync(stat) || !/\) Z /.test(readFileSync(stat, "utf8"));
}
