import { isYoung } from "../../base/age.ts";
import { TransportError } from "../transport.ts";
import { describeCertificate, type CertificateFacts } from "./certificate.ts";
import { shakeHands } from "./handshake.ts";
import type { Attempt } from "../nodeRequest.ts";

type Certificates = readonly CertificateFacts[];

/** The timeout for reading a certificate, in ms. */
const patienceMs = 5000;

/** How long a certificate is cached, in ms: a burst of requests fails because of the same one. */
const goodForMs = 10_000;

/** Reads the certificates of servers after requests failed because of them. */
export class ServerCertificates {
	readonly #read = new Map<
		string,
		{ readonly at: number; readonly found: Promise<Certificates> }
	>();

	/** Adds the certificate's data to a certificate problem. Returns other problems unchanged. */
	async addTo(problem: TransportError, url: URL, attempt: Attempt): Promise<TransportError> {
		if (problem.problem !== "certificate") return problem;
		const certificates = await this.#certificates(url, attempt);
		return new TransportError(
			problem.problem,
			problem.code,
			[...problem.causes, ...certificates.map(describeCertificate)],
			{ ...problem.details, certificates },
		);
	}

	#certificates(url: URL, attempt: Attempt): Promise<Certificates> {
		const known = this.#read.get(url.origin);
		if (known && isYoung(known.at, goodForMs, Date.now())) return known.found;
		// Not the request's own signal: others wait for the same result.
		const signal = AbortSignal.timeout(patienceMs);
		const found = shakeHands(url, { ...attempt, signal }).then(
			({ certificates }) => certificates,
			() => [],
		);
		this.#read.set(url.origin, { at: Date.now(), found });
		return found;
	}
}
