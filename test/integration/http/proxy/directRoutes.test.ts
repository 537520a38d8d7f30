import assert from "node:assert/strict";
import "../../../support/stable.ts";
import { listenOnSecondLoopback, type SecondLoopback } from "../../../proxy/secondLoopback.ts";
import { ProxyStage } from "../support/proxyStage.ts";
import { patches } from "../support/vscodePatch.ts";

for (const version of Object.keys(patches) as (keyof typeof patches)[]) {
	describe(`routes that bypass a proxy, with Node patched as in VS Code ${version}`, () => {
		let stage: ProxyStage;

		before(async () => {
			stage = await ProxyStage.start(version);
		});
		afterEach(() => stage.clear());
		after(() => stage.close());

		let second: SecondLoopback;
		let url: string;

		before(async function () {
			// macOS has only one loopback address.
			if (process.platform === "darwin") this.skip();
			second = await listenOnSecondLoopback(stage.secure.port);
			url = `https://127.0.0.2:${second.port}`;
		});
		after(() => {
			second.close();
		});

		for (const [name, direct] of [
			["http.proxySupport off", { "http.proxySupport": "off" }],
			["http.noProxy", { "http.noProxy": ["127.0.0.2"] }],
			["coder.proxyBypass", { "coder.proxyBypass": "127.0.0.2" }],
		] as const) {
			it(`${name} bypasses the proxy`, async () => {
				const proxy = await stage.startProxy();
				const written = { ...stage.trusting, "http.proxy": proxy.url };
				const bench = stage.benchOn(url, { written: { ...written, ...direct } });
				assert.equal(await bench.ask(), undefined);
				assert.equal(proxy.requests.length, 0);
				// The proxy can't resolve this host, which proves that the setting has an effect.
				assert.equal((await stage.benchOn(url, { written }).ask())?.kind, "proxy");
			});
		}

		it("coder.proxyBypass still verifies the certificate, including with the system's authorities", async () => {
			const written = { "http.proxy": "http://127.0.0.1:1", "coder.proxyBypass": "127.0.0.2" };
			const failure = await stage.benchOn(url, { written }).ask();
			assert.equal(failure?.kind, "certificate");
			assert.equal(failure.certificates?.[0]?.subject, "CN=coder");
			const system = { written, systemCertificates: [stage.authority.cert] };
			assert.equal(await stage.benchOn(url, system).ask(), undefined);
		});

		it("coder.proxyBypass reports a missing host as usual", async () => {
			const written = { "http.proxy": "http://127.0.0.1:1", "coder.proxyBypass": "*" };
			const failure = await stage.benchOn("https://coder.invalid", { written }).ask();
			assert.equal(failure?.kind, "nameNotFound");
			assert.equal(failure.message, "The host name coder.invalid can't be found.");
		});
	});
}
