import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import path from "node:path";
import "../../../support/stable.ts";
import {
	makeCertificate,
	type SampleCertificate,
} from "../../../sample-deployment/tls/certificate.ts";
import { TestFiles } from "../support/files.ts";
import { networkBench, type Written } from "../../../unit/http/support/networkBench.ts";

describe("files named in settings", () => {
	const files = new TestFiles();
	let certificate: SampleCertificate;

	before(async () => {
		certificate = await makeCertificate({ name: "any" });
	});
	after(() => {
		files.remove();
	});

	/** Returns the message of the settings failure, without any connection. */
	const problemOf = async (written: Written, setting: string): Promise<string> => {
		const bench = networkBench("https://127.0.0.1:1", written);
		const failure = await bench.ask();
		assert.equal(failure?.kind, "settings");
		assert.equal(failure.action, "openSettings");
		assert.equal(failure.setting, setting);
		assert.equal(failure.advice, `Correct the setting ${setting}.`);
		return failure.message.replaceAll(files.dir, "DIR");
	};
	const caProblem = (value: string): Promise<string> =>
		problemOf({ "coderDeployment.tlsCaFile": value }, "coderDeployment.tlsCaFile");
	const keyProblem = (key: string): Promise<string> =>
		problemOf(
			{
				"coder.tlsCertFile": files.write("cert.pem", certificate.cert),
				"coder.tlsKeyFile": files.write("key.pem", key),
			},
			"coder.tlsKeyFile",
		);

	it("may be missing", async () => {
		assert.equal(
			await caProblem(path.join(files.dir, "none.pem")),
			"The file DIR/none.pem (setting coderDeployment.tlsCaFile) doesn't exist.",
		);
	});

	it("may be folders", async () => {
		assert.match(await caProblem(files.dir), /can't be read \(EISDIR\)\.$/);
	});

	it("may contain no certificate", async () => {
		const text = files.write("text.pem", "hello");
		assert.match(await caProblem(text), /text\.pem .* contains no readable certificate\.$/);
		const broken = certificate.cert.replace(/[A-Za-z0-9+/]{20}/, "A".repeat(20));
		assert.match(
			await caProblem(files.write("broken.pem", broken)),
			/contains no readable certificate/,
		);
		assert.match(await caProblem(files.write("empty.pem", "")), /contains no readable certificate/);
	});

	it("may be too large", async () => {
		const file = files.write("large.pem", Buffer.alloc(5_000_000));
		assert.match(await caProblem(file), /is too large to be a certificate\.$/);
	});

	it("may be in DER format", async () => {
		const der = Buffer.from(certificate.cert.replace(/-----[^-]+-----|\s/g, ""), "base64");
		const bench = networkBench("https://127.0.0.1:1", {
			"coderDeployment.tlsCaFile": files.write("ca.der", der),
		});
		assert.equal((await bench.ask())?.kind, "refused");
	});

	it("may contain an invalid, locked, or nonmatching key", async () => {
		assert.match(await keyProblem("hello"), /contains no readable private key\.$/);
		const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
		const locked = privateKey.export({
			type: "pkcs8",
			format: "pem",
			cipher: "aes-256-cbc",
			passphrase: "word",
		});
		assert.match(
			await keyProblem(String(locked)),
			/protected by a passphrase\. Use one without a passphrase\.$/,
		);
		const other = privateKey.export({ type: "pkcs8", format: "pem" });
		assert.match(await keyProblem(String(other)), /doesn't match the client certificate\.$/);
	});

	it("must be set in pairs", async () => {
		assert.match(
			await problemOf({ "coder.tlsCertFile": "/x.pem" }, "coder.tlsCertFile"),
			/is incomplete/,
		);
	});

	it("must have absolute paths and existing variables", async () => {
		assert.match(
			await caProblem("ca.pem"),
			/must be an absolute path or begin with ~, not ca\.pem/,
		);
		assert.equal(
			await caProblem("${env:NO_SUCH_VARIABLE}/ca.pem"),
			"The setting coderDeployment.tlsCaFile uses the environment variable NO_SUCH_VARIABLE, which isn't set.",
		);
	});

	it("aren't read for HTTP", async () => {
		const bench = networkBench("http://127.0.0.1:1", { "coderDeployment.tlsCaFile": "/none.pem" });
		assert.equal((await bench.ask())?.kind, "refused");
	});
});
