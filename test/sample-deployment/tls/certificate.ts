import "reflect-metadata";
import { randomBytes, webcrypto } from "node:crypto";
import { isIP } from "node:net";
import * as x509 from "@peculiar/x509";

x509.cryptoProvider.set(webcrypto as Crypto);

/** The content of a test certificate. */
export interface CertificateRequest {
	/** Common name of the subject. */
	readonly name: string;
	/** Host names and addresses that it's valid for. */
	readonly hosts?: readonly string[];
	/** The issuer; by default, it's self-signed. */
	readonly issuer?: SampleCertificate;
	/** Whether it can sign others. */
	readonly authority?: boolean;
	/** Start and end of its validity, in ms since the epoch; a day around now by default. */
	readonly validity?: readonly [number, number];
}

/** A certificate with its private key, created at run time so that no key is ever stored. */
export interface SampleCertificate {
	readonly name: string;
	/** PEM. */
	readonly cert: string;
	/** PEM. */
	readonly key: string;
	readonly keys: CryptoKeyPair;
}

const dayMs = 86_400_000;
const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/** Creates a certificate with a new P-256 key. */
export async function makeCertificate(request: CertificateRequest): Promise<SampleCertificate> {
	const { issuer, name, authority = false, hosts = [] } = request;
	const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
	const [from, until] = request.validity ?? [Date.now() - dayMs, Date.now() + dayMs];
	const certificate = await x509.X509CertificateGenerator.create({
		serialNumber: randomBytes(8).toString("hex"),
		subject: `CN=${name}`,
		issuer: `CN=${issuer?.name ?? name}`,
		notBefore: new Date(from),
		notAfter: new Date(until),
		publicKey: keys.publicKey,
		signingKey: issuer?.keys.privateKey ?? keys.privateKey,
		signingAlgorithm: algorithm,
		extensions: [
			new x509.BasicConstraintsExtension(authority, undefined, true),
			...(hosts.length > 0 ? [new x509.SubjectAlternativeNameExtension(hosts.map(nameOf))] : []),
		],
	});
	const pkcs8 = await webcrypto.subtle.exportKey("pkcs8", keys.privateKey);
	return {
		name,
		cert: `${certificate.toString("pem")}\n`,
		key: `${x509.PemConverter.encode(pkcs8, "PRIVATE KEY")}\n`,
		keys,
	};
}

function nameOf(host: string): x509.JsonGeneralName {
	return { type: isIP(host) ? "ip" : "dns", value: host };
}
