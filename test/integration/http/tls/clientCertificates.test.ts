import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import "../../../support/stable.ts";
import { startSampleDeployment, type SampleDeployment } from "../../../sample-deployment/server.ts";
import {
	makeCertificate,
	type SampleCertificate,
} from "../../../sample-deployment/tls/certificate.ts";
import {
	makeSampleCertificates,
	type SampleCertificates,
} from "../../../sample-deployment/tls/sampleTls.ts";
import { TestFiles } from "../support/files.ts";
import { networkBench, type Written } from "../../../unit/http/support/networkBench.ts";

describe("client certificates", () => {
	const files = new TestFiles();
	let made: SampleCertificates;
	let sample: SampleDeployment;
	let caFile: string;

	const using = ({ cert, key }: SampleCertificate): Written => ({
		"coderDeployment.tlsCaFile": caFile,
		"coderDeployment.tlsCertFile": files.write("client.pem", cert),
		"coderDeployment.tlsKeyFile": files.write("client.key", key),
	});

	before(async () => {
		made = await makeSampleCertificates();
		const { server, authority } = made;
		caFile = files.write("ca.pem", authority.cert);
		sample = await startSampleDeployment({
			tls: { key: server.key, cert: server.cert, ca: authority.cert, requestClientCert: true },
		});
	});
	after(async () => {
		await sample.close();
		files.remove();
	});

	it("are requested, and the setting is named", async () => {
		const bench = networkBench(sample.url, { "coderDeployment.tlsCaFile": caFile });
		const failure = await bench.ask();
		assert.equal(failure?.kind, "clientCertificate");
		assert.match(failure.message, /requires a client certificate, but none is set\.$/);
		assert.equal(failure.action, "openSettings");
		assert.equal(failure.setting, "coderDeployment.tlsCertFile");
		assert.match(bench.log.shown.join("\n"), /ALERT_CERTIFICATE_REQUIRED/);
		await bench.prove(
			"server that requires a client certificate",
			() => {
				bench.write({ "coderDeployment.tlsCaFile": caFile });
			},
			() => {
				bench.write(using(made.client));
			},
		);
	});

	it("are also sent from the official extension's settings", async () => {
		const written = {
			"coder.tlsCaFile": caFile,
			"coder.tlsCertFile": files.write("c.pem", made.client.cert),
			"coder.tlsKeyFile": files.write("c.key", made.client.key),
		};
		const bench = networkBench(sample.url, written);
		assert.equal(await bench.ask(), undefined);
		const lines = bench.log.shown.filter((line) => line.startsWith("Network: "));
		assert.ok(lines.some((line) => line.endsWith("ca.pem (from coder.tlsCaFile)")));
		assert.ok(lines.some((line) => line.endsWith("c.key (from coder.tlsKeyFile)")));
	});

	// Alert descriptions in RFC 8446, section 6.
	const alerts = {
		"bad certificate": 42,
		"unsupported certificate": 43,
		"certificate revoked": 44,
		"certificate expired": 45,
		"certificate unknown": 46,
		"unknown ca": 48,
		"access denied": 49,
	} as const;
	for (const [name, code] of Object.entries(alerts)) {
		it(`are rejected with the alert ${name}`, async () => {
			const server = createServer((socket) => {
				socket.once("data", () => socket.end(Buffer.from([0x15, 0x03, 0x03, 0, 2, 2, code])));
				socket.on("error", () => undefined);
			});
			server.listen(0, "127.0.0.1");
			await once(server, "listening");
			const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
			const bench = networkBench(url, using(made.client));
			const failure = await bench.ask();
			server.close();
			assert.equal(failure?.kind, "clientCertificate");
			assert.match(failure.message, /rejected the client certificate \(.+\)\.$/);
			if (name === "unknown ca") bench.record("rejected client certificate", failure);
		});
	}

	it("are suspected if a server only closes the connection, as Node's does", async () => {
		const stranger = await makeCertificate({ name: "stranger" });
		const failure = await networkBench(sample.url, using(stranger)).ask();
		assert.equal(failure?.kind, "connectionLost");
		assert.match(failure.advice, /might not accept the client certificate\.$/);
	});

	it("that were renewed in their files are used immediately", async () => {
		const stranger = await makeCertificate({ name: "stranger" });
		const bench = networkBench(sample.url, using(stranger));
		assert.equal((await bench.ask())?.kind, "connectionLost");
		using(made.client);
		assert.equal(await bench.ask(), undefined);
	});
});
