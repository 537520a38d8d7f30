import assert from "node:assert/strict";
import * as vscode from "vscode";
import { NetworkConfiguration } from "../../src/ui/app/networkConfiguration.ts";
import { listenOnSecondLoopback, type SecondLoopback } from "../proxy/secondLoopback.ts";
import { startTestProxy, type TestProxy, type TestProxyOptions } from "../proxy/testProxy.ts";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { makeCertificate, type SampleCertificate } from "../sample-deployment/tls/certificate.ts";
import { TestFiles } from "../integration/http/support/files.ts";
import { networkBench, type NetworkBench } from "../unit/http/support/networkBench.ts";

const secureUrl = "https://coder.larkspur.example";
const plainUrl = "http://coder.larkspur.example";
const credentials = "Basic bWlyYTpodXNoLWh1c2g=";

/** The extension's requests, sent from VS Code's extension host with VS Code's own settings. */
describe("the network inside VS Code", () => {
	const files = new TestFiles();
	const written = new Set<string>();
	const proxies: TestProxy[] = [];
	let configuration: NetworkConfiguration;
	let authority: SampleCertificate;
	let secure: SampleDeployment;
	let plain: SampleDeployment;
	let caFile: string;

	before(async () => {
		const extension = vscode.extensions.getExtension("coder-deployment.coder-deployment");
		assert.ok(extension);
		configuration = new NetworkConfiguration(extension);
		authority = await makeCertificate({ name: "Larkspur Root", authority: true });
		caFile = files.write("ca.pem", authority.cert);
		const hosts = ["coder.larkspur.example", "127.0.0.2"];
		const server = await makeCertificate({ name: "coder", hosts, issuer: authority });
		const client = { ca: authority.cert };
		secure = await startSampleDeployment({ tls: { ...server, ...client } });
		plain = await startSampleDeployment();
	});
	afterEach(async () => {
		for (const name of written) await write(name, undefined);
		written.clear();
		await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
	});
	after(async () => {
		configuration.dispose();
		await Promise.all([secure.close(), plain.close()]);
		files.remove();
	});

	const write = async (name: string, value: unknown): Promise<void> => {
		written.add(name);
		await vscode.workspace
			.getConfiguration()
			.update(name, value, vscode.ConfigurationTarget.Global);
	};
	const bench = (url: string): NetworkBench => networkBench(url, () => configuration.settings);
	const startProxy = async (options: TestProxyOptions = {}): Promise<TestProxy> => {
		const places = {
			"coder.larkspur.example:443": secure.port,
			"coder.larkspur.example:80": plain.port,
		};
		const proxy = await startTestProxy({ places, ...options });
		proxies.push(proxy);
		return proxy;
	};

	it("uses http.proxy: CONNECT with a CA file for https, and the whole URL for http", async () => {
		const proxy = await startProxy();
		await write("http.proxy", proxy.url);
		assert.equal((await bench(secureUrl).ask())?.kind, "certificate");
		await write("coderDeployment.tlsCaFile", caFile);
		assert.equal(await bench(secureUrl).ask(), undefined);
		assert.equal(await bench(plainUrl).ask(), undefined);
		assert.deepEqual([...new Set(proxy.requests.map(({ method }) => method))], ["CONNECT", "GET"]);
	});

	it("applies a changed setting to the next request", async () => {
		const one = await startProxy();
		const two = await startProxy();
		let changes = 0;
		const listening = configuration.onDidChange(() => {
			changes += 1;
		});
		const asking = bench(plainUrl);
		await write("http.proxy", one.url);
		assert.equal(await asking.ask(), undefined);
		await write("http.proxy", two.url);
		assert.equal(await asking.ask(), undefined);
		listening.dispose();
		assert.deepEqual([one.requests.length, two.requests.length, changes], [1, 1, 2]);
		await write("coderDeployment.insecure", ["coder.larkspur.example"]);
		assert.equal(configuration.insecureBecause(secureUrl), "coderDeployment.insecure");
		assert.equal(configuration.insecureBecause("https://other.larkspur.example"), undefined);
		assert.equal(await bench(secureUrl).ask(), undefined);
	});

	it("sends http.proxyAuthorization for https and http, and never to the deployment", async () => {
		const proxy = await startProxy({ authorization: credentials });
		await write("http.proxy", proxy.url);
		await write("coderDeployment.tlsCaFile", caFile);
		await write("http.proxyAuthorization", credentials);
		assert.equal(await bench(secureUrl).ask(), undefined);
		assert.equal(await bench(plainUrl).ask(), undefined);
		const seen = [...secure.requests(), ...plain.requests()];
		assert.ok(!JSON.stringify(seen).includes("bWlyYTpodXNoLWh1c2g="));
	});

	it("uses a password in http.proxy", async () => {
		const proxy = await startProxy({ authorization: credentials });
		await write("http.proxy", proxy.url.replace("http://", "http://mira:hush-hush@"));
		await write("coderDeployment.tlsCaFile", caFile);
		const asking = bench(secureUrl);
		assert.equal(await asking.ask(), undefined);
		await proxy.close();
		proxies.length = 0;
		const failure = await asking.ask();
		assert.equal(failure?.kind, "proxy");
		assert.match(failure.message, /can't be reached \(ECONNREFUSED\)\.$/);
		assert.ok(!JSON.stringify([failure, asking.log.raw]).includes("hush"));
	});

	it("respects http.proxyStrictSSL for an https proxy with its own certificate", async () => {
		const tls = await makeCertificate({ name: "proxy", hosts: ["127.0.0.1"] });
		const proxy = await startProxy({ tls });
		await write("http.proxy", proxy.url);
		await write("coderDeployment.tlsCaFile", caFile);
		assert.equal((await bench(secureUrl).ask())?.kind, "proxy");
		await write("http.proxyStrictSSL", false);
		assert.equal(await bench(secureUrl).ask(), undefined);
	});

	for (const [fault, options] of [
		["proxy that refuses with 502", { refuse: 502 }],
		["proxy that never answers", { refuse: "never" }],
	] as const) {
		it(fault, async () => {
			const good = await startProxy();
			const bad = await startProxy(options);
			await write("coderDeployment.requestTimeout", 2);
			await bench(plainUrl).prove(
				fault,
				() => write("http.proxy", bad.url),
				() => write("http.proxy", good.url),
			);
		});
	}

	it("uses a client certificate and an alternative host name through the proxy", async () => {
		const server = await makeCertificate({ name: "b", hosts: ["b.example"], issuer: authority });
		const client = await makeCertificate({ name: "laptop", issuer: authority });
		const mutual = await startSampleDeployment({
			tls: { ...server, ca: authority.cert, requestClientCert: true },
		});
		const proxy = await startProxy({ places: { "coder.larkspur.example:443": mutual.port } });
		await write("http.proxy", proxy.url);
		await write("coderDeployment.tlsCaFile", caFile);
		await write("coderDeployment.tlsCertFile", files.write("client.pem", client.cert));
		await write("coderDeployment.tlsKeyFile", files.write("client.key", client.key));
		const failure = await bench(secureUrl).ask();
		assert.match(
			failure?.message ?? "",
			/is valid for b\.example, not for coder\.larkspur\.example\.$/,
		);
		await write("coderDeployment.tlsAltHost", "b.example");
		assert.equal(await bench(secureUrl).ask(), undefined);
		await mutual.close();
	});

	describe("with a directly reachable deployment", () => {
		let second: SecondLoopback;
		let url: string;

		before(async function () {
			// macOS has only one loopback address.
			if (process.platform === "darwin") this.skip();
			second = await listenOnSecondLoopback(secure.port);
			url = `https://127.0.0.2:${second.port}`;
		});
		after(() => {
			second.close();
		});

		for (const [name, value] of [
			["http.proxySupport", "off"],
			["http.noProxy", ["127.0.0.2"]],
		] as const) {
			it(`bypasses the proxy with ${name} ${String(value)}`, async () => {
				const proxy = await startProxy();
				await write("http.proxy", proxy.url);
				await write("coderDeployment.tlsCaFile", caFile);
				assert.equal((await bench(url).ask())?.kind, "proxy");
				await write(name, value);
				assert.equal(await bench(url).ask(), undefined);
			});
		}

		for (const support of ["on", "fallback", "override"]) {
			it(`uses the proxy with http.proxySupport ${support}`, async () => {
				const proxy = await startProxy();
				await write("http.proxySupport", support);
				await write("http.proxy", proxy.url);
				await write("coderDeployment.tlsCaFile", caFile);
				assert.equal(await bench(secureUrl).ask(), undefined);
				assert.equal(proxy.requests.length, 1);
			});
		}
	});
});
