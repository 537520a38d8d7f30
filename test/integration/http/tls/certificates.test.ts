import assert from "node:assert/strict";
import "../../../support/stable.ts";
import type { ApiFailure } from "../../../../src/core/http/failure.ts";
import { startSampleDeployment, type SampleDeployment } from "../../../sample-deployment/server.ts";
import {
	makeCertificate,
	type SampleCertificate,
} from "../../../sample-deployment/tls/certificate.ts";
import { TestFiles } from "../support/files.ts";
import { networkBench, tokenForTests } from "../../../unit/http/support/networkBench.ts";

const dayMs = 86_400_000;
const hosts = ["127.0.0.1", "localhost"];

describe("certificates", () => {
	const files = new TestFiles();
	const open: SampleDeployment[] = [];
	let authority: SampleCertificate;
	let caFile: string;

	const serve = async (certificate: SampleCertificate, chain = ""): Promise<SampleDeployment> => {
		const { key, cert } = certificate;
		const sample = await startSampleDeployment({ tls: { key, cert: cert + chain } });
		open.push(sample);
		return sample;
	};
	const trusted = (): Promise<SampleCertificate> =>
		makeCertificate({ name: "coder.larkspur.example", hosts, issuer: authority });
	const fails = async (
		sample: SampleDeployment,
		written: Record<string, unknown> = {},
	): Promise<ApiFailure> => {
		const failure = await networkBench(sample.url, written).ask();
		assert.ok(failure);
		assert.equal(sample.count(), 0, "nothing may reach a server that is not trusted");
		return failure;
	};

	/** Uses a certificate that's only accepted without verification, and records the fault. */
	const proveUnverified = async (sample: SampleDeployment, fault: string): Promise<void> => {
		const bench = networkBench(sample.url);
		await bench.prove(
			fault,
			() => {
				bench.write({ "coderDeployment.tlsCaFile": caFile });
			},
			() => {
				bench.write({ "coderDeployment.insecure": ["127.0.0.1"] });
			},
		);
	};

	before(async () => {
		authority = await makeCertificate({ name: "Larkspur Root", authority: true });
		caFile = files.write("ca.pem", authority.cert);
	});
	afterEach(async () => {
		await Promise.all(open.splice(0).map((sample) => sample.close()));
	});
	after(() => {
		files.remove();
	});

	it("from an unknown issuer: show the issuer and offer to select a CA file", async () => {
		const sample = await serve(await trusted());
		const bench = networkBench(sample.url);
		const failure = await bench.ask();
		const host = new URL(sample.url).host;
		assert.ok(failure);
		assert.equal(failure.kind, "certificate");
		assert.equal(
			failure.message,
			`The certificate of ${host} was issued by CN=Larkspur Root, which isn't trusted on this machine.`,
		);
		assert.equal(failure.action, "pickCaFile");
		const [own] = failure.certificates ?? [];
		assert.equal(own?.subject, "CN=coder.larkspur.example");
		assert.equal(own.issuer, "CN=Larkspur Root");
		assert.deepEqual(own.names, hosts);
		assert.match(own.fingerprint, /^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
		assert.ok(own.validFrom < Date.now() && own.validTo > Date.now());
		const logged = bench.log.shown.join("\n");
		assert.match(logged, /UNABLE_TO_VERIFY_LEAF_SIGNATURE/);
		assert.match(logged, new RegExp(`SHA-256 fingerprint ${own.fingerprint}`));

		await bench.prove(
			"certificate from an unknown issuer",
			() => {
				bench.write({});
			},
			() => {
				bench.write({ "coderDeployment.tlsCaFile": caFile });
			},
		);
	});

	it("from an unknown issuer: show the chain that the server sent", async () => {
		const between = await makeCertificate({
			name: "Larkspur Intermediate",
			authority: true,
			issuer: authority,
		});
		const leaf = await makeCertificate({ name: "leaf", hosts, issuer: between });
		const sample = await serve(leaf, between.cert);
		const failure = await fails(sample);
		assert.match(failure.message, /was issued by CN=Larkspur Root, which isn't trusted/);
		assert.deepEqual(
			failure.certificates?.map(({ subject }) => subject),
			["CN=leaf", "CN=Larkspur Intermediate"],
		);
		// An intermediate certificate is enough, as in Coder's CLI.
		const file = files.write("between.pem", between.cert);
		const written = { "coderDeployment.tlsCaFile": file };
		assert.equal(await networkBench(sample.url, written).ask(), undefined);
	});

	it("self-signed: offer to select a CA file, which may be the certificate itself", async () => {
		const certificate = await makeCertificate({ name: "alone", hosts });
		const sample = await serve(certificate);
		const bench = networkBench(sample.url);
		const failure = await fails(sample);
		assert.equal(failure.message, `127.0.0.1:${sample.port} uses a self-signed certificate.`);
		assert.equal(failure.action, "pickCaFile");
		await bench.prove(
			"self-signed certificate",
			() => {
				bench.write({});
			},
			() => {
				bench.write({ "coderDeployment.tlsCaFile": files.write("alone.pem", certificate.cert) });
			},
		);
	});

	it("expired: show since when", async () => {
		const validity: [number, number] = [Date.UTC(2025, 0, 1), Date.UTC(2026, 0, 1)];
		const sample = await serve(
			await makeCertificate({ name: "old", hosts, issuer: authority, validity }),
		);
		const failure = await fails(sample, { "coderDeployment.tlsCaFile": caFile });
		assert.equal(failure.kind, "certificate");
		assert.match(failure.message, /^The certificate of 127\.0\.0\.1:\d+ expired on Jan 1, 2026/);
		assert.equal(failure.action, "retry");
		await proveUnverified(sample, "certificate that has expired");
	});

	it("expired issuer: name the certificate", async () => {
		const validity: [number, number] = [Date.UTC(2025, 0, 1), Date.UTC(2026, 0, 1)];
		const between = await makeCertificate({
			name: "Old Intermediate",
			authority: true,
			issuer: authority,
			validity,
		});
		const leaf = await makeCertificate({ name: "leaf", hosts, issuer: between });
		const sample = await serve(leaf, between.cert);
		const failure = await fails(sample, { "coderDeployment.tlsCaFile": caFile });
		assert.match(
			failure.message,
			/^A certificate in the chain of .* expired on .*: CN=Old Intermed/,
		);
	});

	it("not yet valid: show from when, and suggest checking the clock", async () => {
		const validity: [number, number] = [Date.now() + dayMs, Date.now() + 2 * dayMs];
		const sample = await serve(
			await makeCertificate({ name: "new", hosts, issuer: authority, validity }),
		);
		const failure = await fails(sample, { "coderDeployment.tlsCaFile": caFile });
		assert.match(failure.message, /^The certificate of .* isn't valid before /);
		assert.equal(failure.advice, "Check this computer's clock.");
		await proveUnverified(sample, "certificate that isn't valid yet");
	});

	it("for another host: show the valid names and offer the alternative host name", async () => {
		const sample = await serve(
			await makeCertificate({ name: "b", hosts: ["b.example"], issuer: authority }),
		);
		const written = { "coderDeployment.tlsCaFile": caFile };
		const failure = await fails(sample, written);
		assert.equal(
			failure.message,
			`The certificate of 127.0.0.1:${sample.port} is valid for b.example, not for 127.0.0.1.`,
		);
		assert.equal(failure.action, "openSettings");
		assert.equal(failure.setting, "coderDeployment.tlsAltHost");
		const bench = networkBench(sample.url);
		await bench.prove(
			"certificate for another host",
			() => {
				bench.write(written);
			},
			() => {
				bench.write({ ...written, "coder.tlsAltHost": "b.example" });
			},
		);
		const stillWrong = await networkBench(sample.url, {
			...written,
			"coderDeployment.tlsAltHost": "c.example",
		}).ask();
		assert.match(stillWrong?.message ?? "", /is valid for b\.example, not for c\.example\.$/);
	});

	it("use several certificates from one CA file", async () => {
		const other = await makeCertificate({ name: "Other Root", authority: true });
		const file = files.write("both.pem", `# two\n${authority.cert}\n${other.cert}`);
		const bench = { "coderDeployment.tlsCaFile": file };
		const first = await serve(await trusted());
		const second = await serve(await makeCertificate({ name: "s", hosts, issuer: other }));
		assert.equal(await networkBench(first.url, bench).ask(), undefined);
		assert.equal(await networkBench(second.url, bench).ask(), undefined);
	});

	it("insecure: accept anything, only if set, and only for that deployment", async () => {
		const sample = await serve(await makeCertificate({ name: "alone", hosts: ["b.example"] }));
		const other = await serve(await makeCertificate({ name: "alone", hosts: ["b.example"] }));
		const written = { "coderDeployment.insecure": [`127.0.0.1:${sample.port}`] };
		assert.equal(await networkBench(sample.url, written).ask(), undefined);
		assert.equal((await networkBench(other.url, written).ask())?.kind, "certificate");
		assert.equal(await networkBench(other.url, { "coder.insecure": true }).ask(), undefined);
		const emptied = { "coder.insecure": true, "coderDeployment.insecure": [] };
		assert.equal((await networkBench(sample.url, emptied).ask())?.kind, "certificate");
	});

	it("never reveal the token, whatever the certificate", async () => {
		const sample = await serve(await makeCertificate({ name: "alone", hosts }));
		const bench = networkBench(sample.url);
		await bench.store.refresh();
		assert.equal(sample.count(), 0);
		const everything = JSON.stringify([bench.store.snapshot, bench.log.raw, bench.log.shown]);
		assert.ok(!everything.includes(tokenForTests));
		assert.ok(!everything.includes("PRIVATE KEY"));
	});

	it("leave no connection open", async () => {
		const sample = await serve(await makeCertificate({ name: "alone", hosts }));
		const bench = networkBench(sample.url);
		await bench.store.refresh();
		await new Promise((resolve) => setTimeout(resolve, 50));
		assert.equal(sample.openSockets(), 0);
	});
});
