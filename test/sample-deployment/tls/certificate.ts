import { generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import { isIP } from "node:net";
import { bitString, der, objectId, sequence, smallInteger, utcTime } from "./der.ts";

/** What a made-up certificate is to say. */
export interface CertificateRequest {
	/** Common name of the subject. */
	readonly name: string;
	/** Host names and IPv4 addresses that it is good for. */
	readonly hosts?: readonly string[];
	/** Who signs it; left out, it signs itself. */
	readonly issuer?: SampleCertificate;
	/** True if it may sign others. */
	readonly authority?: boolean;
	/** First and last moment of its validity, in ms since the epoch; a day around now by default. */
	readonly validity?: readonly [number, number];
}

/** A certificate with its private key, made at run time so that no key is ever stored. */
export interface SampleCertificate {
	readonly name: string;
	/** PEM. */
	readonly cert: string;
	/** PEM. */
	readonly key: string;
	readonly privateKey: KeyObject;
}

const dayMs = 86_400_000;
const ecdsaWithSha256 = sequence(objectId("1.2.840.10045.4.3.2"));

/** Makes a certificate with a fresh P-256 key. */
export function makeCertificate(request: CertificateRequest): SampleCertificate {
	const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
	const { issuer, name } = request;
	const [from, until] = request.validity ?? [Date.now() - dayMs, Date.now() + dayMs];
	const content = sequence(
		der(0xa0, smallInteger(2)),
		der(0x02, Buffer.from([0x01]), randomBytes(8)),
		ecdsaWithSha256,
		distinguishedName(issuer?.name ?? name),
		sequence(utcTime(from), utcTime(until)),
		distinguishedName(name),
		publicKey.export({ type: "spki", format: "der" }),
		der(0xa3, sequence(...extensions(request))),
	);
	const signature = sign("sha256", content, issuer?.privateKey ?? privateKey);
	const body = sequence(content, ecdsaWithSha256, bitString(signature)).toString("base64");
	return {
		name,
		cert: `-----BEGIN CERTIFICATE-----\n${body.replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
		key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
		privateKey,
	};
}

function distinguishedName(name: string): Buffer {
	const commonName = sequence(objectId("2.5.4.3"), der(0x0c, Buffer.from(name, "utf8")));
	return sequence(der(0x31, commonName));
}

function extensions({ authority = false, hosts = [] }: CertificateRequest): Buffer[] {
	const yes = der(0x01, Buffer.from([0xff]));
	const constraints = sequence(...(authority ? [yes] : []));
	const basic = sequence(objectId("2.5.29.19"), yes, der(0x04, constraints));
	const names = sequence(...hosts.map(alternativeName));
	const alternatives = sequence(objectId("2.5.29.17"), der(0x04, names));
	return hosts.length > 0 ? [basic, alternatives] : [basic];
}

function alternativeName(host: string): Buffer {
	return isIP(host) === 4
		? der(0x87, Buffer.from(host.split(".").map(Number)))
		: der(0x82, Buffer.from(host, "latin1"));
}
