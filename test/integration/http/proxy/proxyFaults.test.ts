import assert from "node:assert/strict";
import "../../../support/stable.ts";
import { deadUrl } from "../../../support/stubServer.ts";
import { credentials, plainUrl, ProxyStage, secureUrl } from "../support/proxyStage.ts";
import { networkBench } from "../../../unit/http/support/networkBench.ts";
import { patches } from "../support/vscodePatch.ts";

for (const version of Object.keys(patches) as (keyof typeof patches)[]) {
	describe(`proxy failures, with Node patched as in VS Code ${version}`, () => {
		let stage: ProxyStage;

		before(async () => {
			stage = await ProxyStage.start(version);
		});
		afterEach(() => stage.clear());
		after(() => stage.close());

		it("report a proxy that requires a password, and use it from the setting", async () => {
			const proxy = await stage.startProxy({ authorization: credentials });
			const written = { ...stage.trusting, "http.proxy": proxy.url };
			const bench = stage.benchOn(secureUrl, { written });
			const failure = await bench.ask();
			assert.equal(failure?.kind, "proxyAuth");
			assert.equal(failure.message, `The proxy ${proxy.url} requires a user name and password.`);
			assert.equal(failure.action, "openSettings");
			assert.equal(failure.setting, "http.proxy");
			bench.write({ ...written, "http.proxyAuthorization": credentials });
			assert.equal(await bench.ask(), undefined);
			await stage.prove("proxy that requires a password", { "http.proxy": proxy.url });
		});

		it("report a wrong password", async () => {
			const proxy = await stage.startProxy({ authorization: credentials });
			const written = { "http.proxy": proxy.url, "http.proxyAuthorization": "Basic d3Jvbmc=" };
			assert.equal((await stage.benchOn(secureUrl, { written }).ask())?.kind, "proxyAuth");
			assert.equal((await networkBench(plainUrl, written).ask())?.kind, "proxyAuth");
		});

		it("report a missing proxy", async () => {
			const dead = await deadUrl();
			const bench = stage.benchOn(secureUrl, { written: { "http.proxy": dead } });
			const failure = await bench.ask();
			assert.equal(failure?.kind, "proxy");
			assert.equal(failure.message, `The proxy ${dead} can't be reached (ECONNREFUSED).`);
			assert.equal(failure.setting, "http.proxy");
			assert.match(bench.log.shown.join("\n"), /ECONNREFUSED/);
			await stage.prove("proxy that isn't running", { "http.proxy": dead });
			const named = stage.benchOn(secureUrl, {
				written: { "http.proxy": "http://proxy.invalid:1" },
			});
			assert.match((await named.ask())?.message ?? "", /can't be reached \(ENOTFOUND\)/);
		});

		for (const status of [502, 403]) {
			it(`report a proxy that refuses with ${status}`, async () => {
				const proxy = await stage.startProxy({ refuse: status });
				const bench = stage.benchOn(secureUrl, { written: { "http.proxy": proxy.url } });
				const failure = await bench.ask();
				assert.equal(failure?.kind, "proxy");
				assert.equal(
					failure.message,
					`The proxy ${proxy.url} didn't connect to coder.larkspur.example: it responded with status ${status}.`,
				);
				await stage.prove(`proxy that refuses with ${status}`, { "http.proxy": proxy.url });
			});
		}

		it("report a proxy that never responds", async () => {
			const proxy = await stage.startProxy({ refuse: "never" });
			const hurry = { "coderDeployment.requestTimeout": 0.3 };
			const bench = stage.benchOn(secureUrl, { written: { ...hurry, "http.proxy": proxy.url } });
			const failure = await bench.ask();
			assert.equal(failure?.kind, "timeout");
			const own = { ...hurry, "http.proxy": proxy.url, "http.proxyAuthorization": credentials };
			const ours = await networkBench(secureUrl, own).ask();
			assert.equal(ours?.kind, "timeout");
			assert.match(ours.advice, new RegExp(proxy.url));
			await stage.prove("proxy that never answers", { ...hurry, "http.proxy": proxy.url });
		});

		it("close our connections to a proxy with the request", async () => {
			const proxy = await stage.startProxy({ refuse: "never" });
			const own = {
				"coderDeployment.requestTimeout": 0.2,
				"http.proxy": proxy.url,
				"http.proxyAuthorization": credentials,
			};
			await stage.benchOn(secureUrl, { written: own }).ask();
			await new Promise((resolve) => setTimeout(resolve, 50));
			assert.equal(proxy.openSockets(), 0);
		});
	});
}
