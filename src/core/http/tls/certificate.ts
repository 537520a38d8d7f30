import type { PeerCertificate } from "node:tls";
import { formatMoment } from "../../base/format.ts";
import { t } from "../../base/l10n.ts";

/** A certificate's data, as plain values. */
export interface CertificateFacts {
	/** Such as `CN=coder.example.com, O=Example`. */
	readonly subject: string;
	readonly issuer: string;
	/** Host names and addresses that it's valid for. */
	readonly names: readonly string[];
	/** ms since the epoch */
	readonly validFrom: number;
	/** ms since the epoch */
	readonly validTo: number;
	/** SHA-256, as pairs of hexadecimal digits with colons. */
	readonly fingerprint: string;
}

/** Maximum number of certificates to read from a chain; real ones have two to four. */
const maxChain = 8;

/** Reads a certificate and its issuers, as far as the server sent them. */
export function readChain(certificate: PeerCertificate): CertificateFacts[] {
	const chain: CertificateFacts[] = [];
	let next: PeerCertificate | undefined = certificate;
	// Empty if there is none; a self-signed certificate is its own issuer.
	while (next?.fingerprint256 && chain.length < maxChain) {
		const { fingerprint256 } = next;
		if (chain.some((known) => known.fingerprint === fingerprint256)) break;
		chain.push(readFacts(next));
		next = "issuerCertificate" in next ? (next.issuerCertificate as PeerCertificate) : undefined;
	}
	return chain;
}

/** Describes a certificate on one line, for the log and dialogs. */
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

/** Formats Node's `{ O, CN }` with the common name first. Repeated parts are arrays, which the types don't include. */
function distinguishedName(name: Readonly<Record<string, unknown>> | undefined): string {
	const parts = Object.entries(name ?? {}).flatMap(([key, value]) =>
		[value].flat().map((text) => `${key}=${String(text)}`),
	);
	return parts.sort((a, b) => Number(b.startsWith("CN=")) - Number(a.startsWith("CN="))).join(", ");
}

/** Parses `DNS:a.example, IP Address:10.0.0.1`. Names with unusual characters are quoted and stay so. */
function alternativeNames(text: string | undefined): string[] {
	return (text ?? "")
		.split(", ")
		.map((entry) => entry.replace(/^(?:DNS|IP Address):/, ""))
		.filter((entry) => entry !== "");
}
