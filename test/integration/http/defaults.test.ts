import assert from "node:assert/strict";
import "../../support/stable.ts";
import { AxiosTransport } from "../../../src/core/http/axiosTransport.ts";
import { CoderClient } from "../../../src/core/http/client.ts";
import { defaultNetworkOptions } from "../../../src/core/http/settings/networkOptions.ts";
import { inBypassList, inNoProxyList } from "../../../src/core/http/proxy/noProxy.ts";
import type { TransportError } from "../../../src/core/http/transport.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { makeCertificate } from "../../sample-deployment/tls/certificate.ts";
import { recordingLogger } from "../../support/recordingLogger.ts";

describe("default network settings", () => {
	let sample: SampleDeployment;

	before(async () => {
		const { key, cert } = await makeCertificate({ name: "localhost", hosts: ["127.0.0.1"] });
		sample = await startSampleDeployment({ tls: { key, cert } });
	});
	after(() => sample.close());

	it("verify certificates in the transport, with and without its options", async () => {
		for (const network of [undefined, defaultNetworkOptions]) {
			const sent = new AxiosTransport().send({
				method: "GET",
				url: `${sample.url}/api/v2/buildinfo`,
				headers: {},
				timeoutMs: 10_000,
				maxBytes: 10_000,
				...(network && { network }),
			});
			await assert.rejects(sent, (error: TransportError) => error.problem === "certificate");
		}
		assert.equal(sample.count(), 0);
	});

	it("verify certificates in a client without settings", async () => {
		const client = new CoderClient(
			new AxiosTransport(),
			{ url: sample.url, token: () => Promise.resolve(undefined), userAgent: "defaults" },
			recordingLogger(),
		);
		const reply = await client.get("buildInfo");
		assert.equal(reply.ok ? "" : reply.failure.kind, "certificate");
		assert.equal(sample.count(), 0);
	});

	it("add no header, proxy, or client certificate", () => {
		assert.deepEqual(defaultNetworkOptions, {
			tls: { insecure: false },
			headers: {},
			route: { kind: "default" },
			proxyAuthorization: "",
		});
	});
});

describe("no-proxy entries without a name", () => {
	it("match no host, including one that ends with a dot", () => {
		for (const url of [
			"https://coder.example.com.",
			"https://coder.example.com",
			"https://[::2]",
		]) {
			for (const empty of ["", " ", ":443"]) {
				assert.equal(inNoProxyList([empty], new URL(url)), false, `${url} “${empty}”`);
			}
			for (const list of ["", ",", " , ", ":443", ",:443,"]) {
				assert.equal(inBypassList(list, new URL(url)), false, `${url} “${list}”`);
			}
		}
	});

	it("don't affect other entries", () => {
		const url = new URL("https://coder.example.com");
		assert.ok(inNoProxyList(["", "example.com"], url));
		assert.ok(inBypassList(", .example.com", url));
	});
});
