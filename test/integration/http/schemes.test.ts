import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import "../../support/stable.ts";
import { startSampleDeployment } from "../../sample-deployment/server.ts";
import { makeSampleCertificates } from "../../sample-deployment/tls/sampleTls.ts";
import { networkBench } from "../../unit/http/support/networkBench.ts";

describe("the wrong scheme", () => {
	it("is detected for HTTPS to an HTTP port", async () => {
		const sample = await startSampleDeployment();
		const bench = networkBench(sample.url.replace("http:", "https:"));
		const failure = await bench.ask();
		await sample.close();
		assert.equal(failure?.kind, "wrongScheme");
		assert.match(failure.message, /doesn't use HTTPS on this port\.$/);
		assert.equal(failure.advice, "Sign in with a URL that begins with http://.");
		assert.equal(failure.action, "changeUrl");
		bench.record("HTTPS to an HTTP port", failure);
	});

	it("is detected for HTTP to an HTTPS port that sends an alert", async () => {
		const server = createServer((socket) => {
			socket.end(Buffer.from([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46]));
		});
		server.listen(0, "127.0.0.1");
		await once(server, "listening");
		const bench = networkBench(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
		const failure = await bench.ask();
		server.close();
		assert.equal(failure?.kind, "wrongScheme");
		assert.match(failure.message, /uses only HTTPS on this port\.$/);
		bench.record("HTTP to an HTTPS port", failure);
	});

	it("is detected for HTTP to Node's HTTPS, which only closes the connection", async () => {
		const { server } = await makeSampleCertificates();
		const sample = await startSampleDeployment({ tls: { key: server.key, cert: server.cert } });
		const failure = await networkBench(sample.url.replace("https:", "http:")).ask();
		await sample.close();
		assert.ok(failure && ["wrongScheme", "connectionLost"].includes(failure.kind));
	});

	for (const body of [
		"Client sent an HTTP request to an HTTPS server.\n",
		"<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>",
	]) {
		it(`is detected for HTTP to HTTPS, in the words of ${body.startsWith("<") ? "nginx" : "Go"}`, async () => {
			const server = createServer((socket) => {
				socket.end(
					`HTTP/1.0 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`,
				);
			});
			server.listen(0, "127.0.0.1");
			await once(server, "listening");
			const bench = networkBench(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
			const failure = await bench.ask();
			server.close();
			assert.equal(failure?.kind, "wrongScheme");
		});
	}
});
