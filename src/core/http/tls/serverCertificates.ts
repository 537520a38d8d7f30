import { isYoung } from "../../base/age.ts";
import { TransportError } from "../transport.ts";
import { describeCertificate, type CertificateFacts } from "./certificate.ts";
import { shakeHands } from "./handshake.ts";
import type { Attempt } from "../nodeRequest.ts";

type Certificates = readonly CertificateFacts[];

/** Looking at a certificate may take this long, in ms. */
const patienceMs = 5000;

/** A burst of requests fails for one certificate: what was read is good for this long, in ms. */
const goodForMs = 10_000;

/** Looks at the certificates of servers whose requests failed because of them. */
export class ServerCertificates {
	readonly #read = new Map<
		string,
		{ readonly at: number; readonly found: Promise<Certificates> }
	>();

	/** Adds to a problem with a certificate what that certificate says; other problems come back as they are. */
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
		// Not the request's own signal: others wait for the same answer.
		const signal = AbortSignal.timeout(patienceMs);
		const found = shakeHands(url, { ...attempt, signal }).then(
			({ certificates }) => certificates,
			() => [],
		);
		this.#read.set(url.origin, { at: Date.now(), found });
		return found;
	}
}
