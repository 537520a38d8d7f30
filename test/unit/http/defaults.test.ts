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

describe("where no network setting is given", () => {
	let sample: SampleDeployment;

	before(async () => {
		const { key, cert } = await makeCertificate({ name: "localhost", hosts: ["127.0.0.1"] });
		sample = await startSampleDeployment({ tls: { key, cert } });
	});
	after(() => sample.close());

	it("certificates are verified by the transport, with and without its options", async () => {
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

	it("certificates are verified by a client that has no settings", async () => {
		const client = new CoderClient(
			new AxiosTransport(),
			{ url: sample.url, token: () => Promise.resolve(undefined), userAgent: "defaults" },
			recordingLogger(),
		);
		const reply = await client.get("buildInfo");
		assert.equal(reply.ok ? "" : reply.failure.kind, "certificate");
		assert.equal(sample.count(), 0);
	});

	it("no header, proxy or client certificate is added", () => {
		assert.deepEqual(defaultNetworkOptions, {
			tls: { insecure: false },
			headers: {},
			route: { kind: "default" },
			proxyAuthorization: "",
		});
	});
});

describe("entries of no-proxy lists without a name", () => {
	it("mean nobody, also where the host's name ends with a dot", () => {
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

	it("leave the others in force", () => {
		const url = new URL("https://coder.example.com");
		assert.ok(inNoProxyList(["", "example.com"], url));
		assert.ok(inBypassList(", .example.com", url));
	});
});
