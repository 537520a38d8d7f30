import assert from "node:assert/strict";
import "../../../support/stable.ts";
import { startSampleDeployment } from "../../../sample-deployment/server.ts";
import { makeCertificate } from "../../../sample-deployment/tls/certificate.ts";
import { credentials, plainUrl, ProxyStage, secureUrl } from "../support/proxyStage.ts";
import { networkBench } from "../../../unit/http/support/networkBench.ts";
import { patches } from "../support/vscodePatch.ts";

for (const version of Object.keys(patches) as (keyof typeof patches)[]) {
	describe(`proxies, with Node patched as in VS Code ${version}`, () => {
		let stage: ProxyStage;

		before(async () => {
			stage = await ProxyStage.start(version);
		});
		afterEach(() => stage.clear());
		after(() => stage.close());

		it("http.proxy: tunnels HTTPS, with our own CA file", async () => {
			const proxy = await stage.startProxy();
			const bench = stage.benchOn(secureUrl, {
				written: { ...stage.trusting, "http.proxy": proxy.url },
			});
			assert.equal(await bench.ask(), undefined);
			const connects = proxy.requests.map(({ method, target }) => `${method} ${target}`);
			assert.ok(connects.length > 0);
			assert.deepEqual([...new Set(connects)], ["CONNECT coder.larkspur.example:443"]);
		});

		it("http.proxy: sends the full URL for HTTP", async () => {
			const proxy = await stage.startProxy();
			const bench = stage.benchOn(plainUrl, { written: { "http.proxy": proxy.url } });
			assert.equal(await bench.ask(), undefined);
			assert.equal(proxy.requests[0]?.target, `${plainUrl}/api/v2/buildinfo`);
		});

		it("uses the system's authorities without a CA file, and in addition to one", async () => {
			const proxy = await stage.startProxy();
			const other = await makeCertificate({ name: "Other Root", authority: true });
			const machine = {
				written: { "http.proxy": proxy.url },
				systemCertificates: [stage.authority.cert],
			};
			assert.equal(await stage.benchOn(secureUrl, machine).ask(), undefined);
			const file = stage.files.write("other.pem", other.cert);
			const besides = networkBench(secureUrl, {
				...machine.written,
				"coderDeployment.tlsCaFile": file,
			});
			assert.equal(await besides.ask(), undefined);
			assert.equal(await besides.ask(), undefined);
		});

		it("uses the system's authorities with http.experimental.systemCertificatesV2", async () => {
			const proxy = await stage.startProxy();
			const written = { "http.experimental.systemCertificatesV2": true };
			const systemCertificates = [stage.authority.cert];
			const withProxy = { ...written, "http.proxy": proxy.url };
			const bench = stage.benchOn(secureUrl, { written: withProxy, systemCertificates });
			// The first request through a proxy is sent before they're loaded: this is VS Code's behavior.
			await bench.ask();
			assert.equal(await bench.ask(), undefined);
		});

		it("reads the certificate of an unknown issuer through the proxy", async () => {
			const proxy = await stage.startProxy();
			const bench = stage.benchOn(secureUrl, { written: { "http.proxy": proxy.url } });
			const failure = await bench.ask();
			assert.equal(failure?.kind, "certificate");
			assert.equal(failure.certificates?.[0]?.subject, "CN=coder");
			assert.equal(stage.secure.count(), 0);
		});

		it("uses client certificate, alternative host name, and insecure through the proxy", async () => {
			const server = await makeCertificate({
				name: "alt",
				hosts: ["alt.example"],
				issuer: stage.authority,
			});
			const client = await makeCertificate({ name: "laptop", issuer: stage.authority });
			const mutual = await startSampleDeployment({
				tls: { ...server, ca: stage.authority.cert, requestClientCert: true },
			});
			const proxy = await stage.startProxy({
				places: { "coder.larkspur.example:443": mutual.port },
			});
			const written = {
				"http.proxy": proxy.url,
				"coderDeployment.tlsCertFile": stage.files.write("client.pem", client.cert),
				"coderDeployment.tlsKeyFile": stage.files.write("client.key", client.key),
			};
			const named = { ...stage.trusting, ...written, "coderDeployment.tlsAltHost": "alt.example" };
			assert.equal(await stage.benchOn(secureUrl, { written: named }).ask(), undefined);
			const insecure = { ...written, "coderDeployment.insecure": ["coder.larkspur.example"] };
			assert.equal(await networkBench(secureUrl, insecure).ask(), undefined);
			await mutual.close();
		});

		it("http.proxySupport: also uses the proxy with on and fallback", async () => {
			for (const support of ["on", "fallback"]) {
				const proxy = await stage.startProxy();
				const written = {
					...stage.trusting,
					"http.proxy": proxy.url,
					"http.proxySupport": support,
				};
				assert.equal(await stage.benchOn(secureUrl, { written }).ask(), undefined);
				assert.equal(proxy.requests.length, 1, support);
			}
		});

		it("HTTPS_PROXY and NO_PROXY: uses the environment if nothing is set", async () => {
			const proxy = await stage.startProxy();
			const env = { HTTPS_PROXY: proxy.url };
			assert.equal(
				await stage.benchOn(secureUrl, { written: stage.trusting, env }).ask(),
				undefined,
			);
			assert.equal(proxy.requests.length, 1);
			const without = { ...env, NO_PROXY: ".larkspur.example" };
			const failure = await stage
				.benchOn(secureUrl, { written: stage.trusting, env: without })
				.ask();
			assert.equal(failure?.kind, "nameNotFound");
			assert.equal(proxy.requests.length, 1);
		});

		it("uses the system's proxy, with its password from http.proxyAuthorization", async () => {
			const proxy = await stage.startProxy({ authorization: credentials });
			const systemProxy = `PROXY ${proxy.host}; DIRECT`;
			const written = { ...stage.trusting, "http.proxyAuthorization": credentials };
			const bench = stage.benchOn(secureUrl, { written, systemProxy });
			assert.equal(await bench.ask(), undefined);
			const without = await networkBench(secureUrl, stage.trusting).ask();
			assert.equal(without?.kind, "proxyAuth");
		});

		it("uses a password in http.proxy and never shows it", async () => {
			const proxy = await stage.startProxy({ authorization: credentials });
			const withPassword = proxy.url.replace("http://", "http://mira:hush-hush@");
			const written = { ...stage.trusting, "http.proxy": withPassword };
			const bench = stage.benchOn(secureUrl, { written });
			assert.equal(await bench.ask(), undefined);
			await proxy.close();
			const failure = await bench.ask();
			assert.equal(failure?.kind, "proxy");
			assert.ok(!JSON.stringify([failure, bench.log.raw, bench.log.shown]).includes("hush"));
		});

		it("sends http.proxyAuthorization for HTTP, and only to the proxy", async () => {
			const proxy = await stage.startProxy({ authorization: credentials });
			const written = { "http.proxy": proxy.url, "http.proxyAuthorization": credentials };
			const bench = stage.benchOn(plainUrl, { written });
			assert.equal(await bench.ask(), undefined);
			assert.equal(proxy.requests[0]?.headers["proxy-authorization"], credentials);
			assert.equal(proxy.requests[0].headers.host, "coder.larkspur.example");
			assert.equal(
				(await networkBench(plainUrl, { "http.proxy": proxy.url }).ask())?.kind,
				"proxyAuth",
			);
		});

		it("verifies an HTTPS proxy unless http.proxyStrictSSL is off", async () => {
			const tls = await makeCertificate({ name: "proxy", hosts: ["127.0.0.1"] });
			const proxy = await stage.startProxy({ tls });
			const written = { ...stage.trusting, "http.proxy": proxy.url };
			const bench = stage.benchOn(secureUrl, { written });
			const failure = await bench.ask();
			assert.equal(failure?.kind, "proxy");
			assert.match(failure.message, /can't be reached \(DEPTH_ZERO_SELF_SIGNED_CERT\)\.$/);
			bench.write({ ...written, "http.proxyStrictSSL": false });
			assert.equal(await bench.ask(), undefined);
		});
	});
}
