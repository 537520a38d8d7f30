import type { PeerCertificate } from "node:tls";
import { formatMoment } from "../../base/format.ts";
import { t } from "../../base/l10n.ts";

/** What a certificate says, as plain data. */
export interface CertificateFacts {
	/** Such as `CN=coder.example.com, O=Example`. */
	readonly subject: string;
	readonly issuer: string;
	/** Host names and addresses that it is for. */
	readonly names: readonly string[];
	/** ms since the epoch */
	readonly validFrom: number;
	/** ms since the epoch */
	readonly validTo: number;
	/** SHA-256, as pairs of hexadecimal digits with colons. */
	readonly fingerprint: string;
}

/** How many certificates of a chain are read; real ones have two to four. */
const maxChain = 8;

/** Reads a certificate and those above it, as far as the server sent them. */
export function readChain(certificate: PeerCertificate): CertificateFacts[] {
	const chain: CertificateFacts[] = [];
	let next: PeerCertificate | undefined = certificate;
	// Empty when there is none; a self-signed one is its own issuer.
	while (next?.fingerprint256 && chain.length < maxChain) {
		const { fingerprint256 } = next;
		if (chain.some((known) => known.fingerprint === fingerprint256)) break;
		chain.push(readFacts(next));
		next = "issuerCertificate" in next ? (next.issuerCertificate as PeerCertificate) : undefined;
	}
	return chain;
}

/** Says in a line what a certificate is, for the log and for dialogs. */
export function describeCertificate(facts: CertificateFacts): string {
	return t(
		"Certificate of {0}, issued by {1}, valid from {2} to {3}, SHA-256 fingerprint {4}",
		facts.subject,
		facts.issuer,
		formatMoment(facts.validFrom),
		formatMoment(facts.validTo),
		facts.fingerprint,
	);
}

function readFacts(certificate: PeerCertificate): CertificateFacts {
	return {
		subject: distinguishedName(certificate.subject),
		issuer: distinguishedName(certificate.issuer),
		names: alternativeNames(certificate.subjectaltname),
		validFrom: Date.parse(certificate.valid_from),
		validTo: Date.parse(certificate.valid_to),
		fingerprint: certificate.fingerprint256,
	};
}

/** Node's `{ O, CN }`, the common name first. Parts that come twice are arrays, which the types leave out. */
function distinguishedName(name: Readonly<Record<string, unknown>> | undefined): string {
	const parts = Object.entries(name ?? {}).flatMap(([key, value]) =>
		[value].flat().map((text) => `${key}=${String(text)}`),
	);
	return parts.sort((a, b) => Number(b.startsWith("CN=")) - Number(a.startsWith("CN="))).join(", ");
}

/** Reads `DNS:a.example, IP Address:10.0.0.1`. Names with strange characters are quoted; these are left quoted. */
function alternativeNames(text: string | undefined): string[] {
	return (text ?? "")
		.split(", ")
		.map((entry) => entry.replace(/^(?:DNS|IP Address):/, ""))
		.filter((entry) => entry !== "");
}
