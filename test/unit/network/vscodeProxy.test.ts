import assert from "node:assert/strict";
import "../core/support/stable.ts";
import { listenOnSecondLoopback, type SecondLoopback } from "../../proxy/secondLoopback.ts";
import { startTestProxy, type TestProxy, type TestProxyOptions } from "../../proxy/testProxy.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import {
	makeCertificate,
	type SampleCertificate,
} from "../../sample-deployment/tls/certificate.ts";
import { deadUrl } from "../core/support/stubServer.ts";
import { TestFiles } from "./support/files.ts";
import { networkBench, type NetworkBench, type Written } from "./support/networkBench.ts";
import { patchAsVscode, patches, type Machine } from "./support/vscodePatch.ts";

const secureUrl = "https://coder.larkspur.example";
const plainUrl = "http://coder.larkspur.example";
const credentials = "Basic bWlyYTpodXNoLWh1c2g=";

for (const version of Object.keys(patches) as (keyof typeof patches)[]) {
	describe(`proxies, with Node patched as in VS Code ${version}`, () => {
		const files = new TestFiles();
		const closing: (() => unknown)[] = [];
		let authority: SampleCertificate;
		let client: SampleCertificate;
		let secure: SampleDeployment;
		let plain: SampleDeployment;
		let trusting: Written;

		before(async () => {
			authority = await makeCertificate({ name: "Larkspur Root", authority: true });
			client = await makeCertificate({ name: "laptop", issuer: authority });
			const hosts = ["coder.larkspur.example", "127.0.0.2"];
			const { key, cert } = await makeCertificate({ name: "coder", hosts, issuer: authority });
			secure = await startSampleDeployment({ tls: { key, cert } });
			plain = await startSampleDeployment();
			trusting = { "coderDeployment.tlsCaFile": files.write("ca.pem", authority.cert) };
		});
		afterEach(async () => {
			for (const close of closing.splice(0).reverse()) await close();
			secure.resetRequests();
		});
		after(async () => {
			await Promise.all([secure.close(), plain.close()]);
			files.remove();
		});

		const startProxy = async (options: TestProxyOptions = {}): Promise<TestProxy> => {
			const proxy = await startTestProxy({
				places: {
					"coder.larkspur.example:443": secure.port,
					"coder.larkspur.example:80": plain.port,
				},
				...options,
			});
			closing.push(() => proxy.close());
			return proxy;
		};
		/** Strikes with a proxy where there is a good one otherwise. */
		const prove = async (fault: string, bad: Written): Promise<void> => {
			const good = await startProxy();
			const written: Written = { ...trusting };
			const bench = benchOn(secureUrl, { written });
			const change = (to: Written) => () => {
				delete written["http.proxyAuthorization"];
				bench.write(Object.assign(written, to));
			};
			await bench.prove(fault, change(bad), change({ "http.proxy": good.url }));
		};
		/** VS Code and our extension on a machine. */
		const benchOn = (url: string, machine: Machine): NetworkBench => {
			closing.push(patchAsVscode(version, machine));
			return networkBench(url, machine.written);
		};

		it("http.proxy: https through a tunnel, with a CA file of our own", async () => {
			const proxy = await startProxy();
			const bench = benchOn(secureUrl, { written: { ...trusting, "http.proxy": proxy.url } });
			assert.equal(await bench.ask(), undefined);
			const connects = proxy.requests.map(({ method, target }) => `${method} ${target}`);
			assert.ok(connects.length > 0);
			assert.deepEqual([...new Set(connects)], ["CONNECT coder.larkspur.example:443"]);
		});

		it("http.proxy: http with the whole URL", async () => {
			const proxy = await startProxy();
			const bench = benchOn(plainUrl, { written: { "http.proxy": proxy.url } });
			assert.equal(await bench.ask(), undefined);
			assert.equal(proxy.requests[0]?.target, `${plainUrl}/api/v2/buildinfo`);
		});

		it("the system's authorities count without a CA file, and besides one", async () => {
			const proxy = await startProxy();
			const other = await makeCertificate({ name: "Other Root", authority: true });
			const machine = {
				written: { "http.proxy": proxy.url },
				systemCertificates: [authority.cert],
			};
			assert.equal(await benchOn(secureUrl, machine).ask(), undefined);
			const file = files.write("other.pem", other.cert);
			const besides = networkBench(secureUrl, {
				...machine.written,
				"coderDeployment.tlsCaFile": file,
			});
			assert.equal(await besides.ask(), undefined);
			assert.equal(await besides.ask(), undefined);
		});

		it("the system's authorities count with http.experimental.systemCertificatesV2", async () => {
			const proxy = await startProxy();
			const written = { "http.experimental.systemCertificatesV2": true };
			const systemCertificates = [authority.cert];
			const withProxy = { ...written, "http.proxy": proxy.url };
			const bench = benchOn(secureUrl, { written: withProxy, systemCertificates });
			// The first request through a proxy comes before they are loaded: this is VS Code's.
			await bench.ask();
			assert.equal(await bench.ask(), undefined);
		});

		it("an unknown issuer is looked at through the proxy", async () => {
			const proxy = await startProxy();
			const bench = benchOn(secureUrl, { written: { "http.proxy": proxy.url } });
			const failure = await bench.ask();
			assert.equal(failure?.kind, "certificate");
			assert.equal(failure.certificates?.[0]?.subject, "CN=coder");
			assert.equal(secure.count(), 0);
		});

		it("client certificate, alternative host name and insecure go through the proxy", async () => {
			const server = await makeCertificate({
				name: "alt",
				hosts: ["alt.example"],
				issuer: authority,
			});
			const mutual = await startSampleDeployment({
				tls: { ...server, ca: authority.cert, requestClientCert: true },
			});
			closing.push(() => mutual.close());
			const proxy = await startProxy({ places: { "coder.larkspur.example:443": mutual.port } });
			const written = {
				"http.proxy": proxy.url,
				"coderDeployment.tlsCertFile": files.write("client.pem", client.cert),
				"coderDeployment.tlsKeyFile": files.write("client.key", client.key),
			};
			const named = { ...trusting, ...written, "coderDeployment.tlsAltHost": "alt.example" };
			assert.equal(await benchOn(secureUrl, { written: named }).ask(), undefined);
			const insecure = { ...written, "coderDeployment.insecure": ["coder.larkspur.example"] };
			assert.equal(await networkBench(secureUrl, insecure).ask(), undefined);
		});

		it("http.proxySupport: on and fallback use the proxy too", async () => {
			for (const support of ["on", "fallback"]) {
				const proxy = await startProxy();
				const written = { ...trusting, "http.proxy": proxy.url, "http.proxySupport": support };
				assert.equal(await benchOn(secureUrl, { written }).ask(), undefined);
				assert.equal(proxy.requests.length, 1, support);
				(closing.pop() as () => void)();
			}
		});

		it("HTTPS_PROXY and NO_PROXY: the environment counts where nothing is set", async () => {
			const proxy = await startProxy();
			const env = { HTTPS_PROXY: proxy.url };
			assert.equal(await benchOn(secureUrl, { written: trusting, env }).ask(), undefined);
			assert.equal(proxy.requests.length, 1);
			(closing.pop() as () => void)();
			const without = { ...env, NO_PROXY: ".larkspur.example" };
			const failure = await benchOn(secureUrl, { written: trusting, env: without }).ask();
			assert.equal(failure?.kind, "nameNotFound");
			assert.equal(proxy.requests.length, 1);
		});

		it("the system's proxy is used, with its password from http.proxyAuthorization", async () => {
			const proxy = await startProxy({ authorization: credentials });
			const systemProxy = `PROXY ${proxy.host}; DIRECT`;
			const written = { ...trusting, "http.proxyAuthorization": credentials };
			const bench = benchOn(secureUrl, { written, systemProxy });
			assert.equal(await bench.ask(), undefined);
			const without = await networkBench(secureUrl, trusting).ask();
			assert.equal(without?.kind, "proxyAuth");
		});

		it("a proxy that wants a password says so, and takes it from the setting", async () => {
			const proxy = await startProxy({ authorization: credentials });
			const written = { ...trusting, "http.proxy": proxy.url };
			const bench = benchOn(secureUrl, { written });
			const failure = await bench.ask();
			assert.equal(failure?.kind, "proxyAuth");
			assert.equal(failure.message, `The proxy ${proxy.url} wants a user name and password.`);
			assert.equal(failure.action, "openSettings");
			assert.equal(failure.setting, "http.proxy");
			bench.write({ ...written, "http.proxyAuthorization": credentials });
			assert.equal(await bench.ask(), undefined);
			(closing.pop() as () => void)();
			await prove("proxy that wants a password", { "http.proxy": proxy.url });
		});

		it("a wrong password is wanted again", async () => {
			const proxy = await startProxy({ authorization: credentials });
			const written = { "http.proxy": proxy.url, "http.proxyAuthorization": "Basic d3Jvbmc=" };
			assert.equal((await benchOn(secureUrl, { written }).ask())?.kind, "proxyAuth");
			assert.equal((await networkBench(plainUrl, written).ask())?.kind, "proxyAuth");
		});

		it("a password in http.proxy is used and never told", async () => {
			const proxy = await startProxy({ authorization: credentials });
			const withPassword = proxy.url.replace("http://", "http://mira:hush-hush@");
			const written = { ...trusting, "http.proxy": withPassword };
			const bench = benchOn(secureUrl, { written });
			assert.equal(await bench.ask(), undefined);
			await proxy.close();
			closing.shift();
			const failure = await bench.ask();
			assert.equal(failure?.kind, "proxy");
			assert.ok(!JSON.stringify([failure, bench.log.raw, bench.log.shown]).includes("hush"));
		});

		it("http.proxyAuthorization is sent for http, and only to the proxy", async () => {
			const proxy = await startProxy({ authorization: credentials });
			const written = { "http.proxy": proxy.url, "http.proxyAuthorization": credentials };
			const bench = benchOn(plainUrl, { written });
			assert.equal(await bench.ask(), undefined);
			assert.equal(proxy.requests[0]?.headers["proxy-authorization"], credentials);
			assert.equal(proxy.requests[0].headers.host, "coder.larkspur.example");
			assert.equal(
				(await networkBench(plainUrl, { "http.proxy": proxy.url }).ask())?.kind,
				"proxyAuth",
			);
		});

		it("an https proxy is verified, unless http.proxyStrictSSL is off", async () => {
			const tls = await makeCertificate({ name: "proxy", hosts: ["127.0.0.1"] });
			const proxy = await startProxy({ tls });
			const written = { ...trusting, "http.proxy": proxy.url };
			const bench = benchOn(secureUrl, { written });
			const failure = await bench.ask();
			assert.equal(failure?.kind, "proxy");
			assert.match(failure.message, /cannot be reached \(DEPTH_ZERO_SELF_SIGNED_CERT\)\.$/);
			bench.write({ ...written, "http.proxyStrictSSL": false });
			assert.equal(await bench.ask(), undefined);
		});

		it("a proxy that is not there", async () => {
			const dead = await deadUrl();
			const bench = benchOn(secureUrl, { written: { "http.proxy": dead } });
			const failure = await bench.ask();
			assert.equal(failure?.kind, "proxy");
			assert.equal(failure.message, `The proxy ${dead} cannot be reached (ECONNREFUSED).`);
			assert.equal(failure.setting, "http.proxy");
			assert.match(bench.log.shown.join("\n"), /ECONNREFUSED/);
			(closing.pop() as () => void)();
			await prove("proxy that is not there", { "http.proxy": dead });
			(closing.pop() as () => void)();
			const named = benchOn(secureUrl, { written: { "http.proxy": "http://proxy.invalid:1" } });
			assert.match((await named.ask())?.message ?? "", /cannot be reached \(ENOTFOUND\)/);
		});

		for (const status of [502, 403]) {
			it(`a proxy that refuses with ${status}`, async () => {
				const proxy = await startProxy({ refuse: status });
				const bench = benchOn(secureUrl, { written: { "http.proxy": proxy.url } });
				const failure = await bench.ask();
				assert.equal(failure?.kind, "proxy");
				assert.equal(
					failure.message,
					`The proxy ${proxy.url} did not connect to coder.larkspur.example: it answered with status ${status}.`,
				);
				(closing.pop() as () => void)();
				await prove(`proxy that refuses with ${status}`, { "http.proxy": proxy.url });
			});
		}

		it("a proxy that never answers", async () => {
			const proxy = await startProxy({ refuse: "never" });
			const hurry = { "coderDeployment.requestTimeout": 0.3 };
			const bench = benchOn(secureUrl, { written: { ...hurry, "http.proxy": proxy.url } });
			const failure = await bench.ask();
			assert.equal(failure?.kind, "timeout");
			const own = { ...hurry, "http.proxy": proxy.url, "http.proxyAuthorization": credentials };
			const ours = await networkBench(secureUrl, own).ask();
			assert.equal(ours?.kind, "timeout");
			assert.match(ours.advice, new RegExp(proxy.url));
			(closing.pop() as () => void)();
			await prove("proxy that never answers", { ...hurry, "http.proxy": proxy.url });
		});

		it("connections that we made to a proxy end with the request", async () => {
			const proxy = await startProxy({ refuse: "never" });
			const own = {
				"coderDeployment.requestTimeout": 0.2,
				"http.proxy": proxy.url,
				"http.proxyAuthorization": credentials,
			};
			await benchOn(secureUrl, { written: own }).ask();
			await new Promise((resolve) => setTimeout(resolve, 50));
			assert.equal(proxy.openSockets(), 0);
		});

		describe("and a deployment that can be reached directly", () => {
			let second: SecondLoopback;
			let url: string;

			before(async function () {
				// macOS has no second loopback address.
				if (process.platform === "darwin") this.skip();
				second = await listenOnSecondLoopback(secure.port);
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
				it(`${name} passes by the proxy`, async () => {
					const proxy = await startProxy();
					const written = { ...trusting, "http.proxy": proxy.url };
					const bench = benchOn(url, { written: { ...written, ...direct } });
					assert.equal(await bench.ask(), undefined);
					assert.equal(proxy.requests.length, 0);
					(closing.pop() as () => void)();
					// The proxy knows no such place, so this is what the setting keeps us from.
					assert.equal((await benchOn(url, { written }).ask())?.kind, "proxy");
				});
			}

			it("coder.proxyBypass still checks the certificate, by the system's authorities too", async () => {
				const written = { "http.proxy": "http://127.0.0.1:1", "coder.proxyBypass": "127.0.0.2" };
				const failure = await benchOn(url, { written }).ask();
				assert.equal(failure?.kind, "certificate");
				assert.equal(failure.certificates?.[0]?.subject, "CN=coder");
				(closing.pop() as () => void)();
				const system = { written, systemCertificates: [authority.cert] };
				assert.equal(await benchOn(url, system).ask(), undefined);
			});

			it("coder.proxyBypass: a host that is not there is named as usual", async () => {
				const written = { "http.proxy": "http://127.0.0.1:1", "coder.proxyBypass": "*" };
				const failure = await benchOn("https://coder.invalid", { written }).ask();
				assert.equal(failure?.kind, "nameNotFound");
				assert.equal(failure.message, "The name coder.invalid cannot be found.");
			});
		});
	});
}
