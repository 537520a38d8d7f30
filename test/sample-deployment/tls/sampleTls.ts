import { makeCertificate, type SampleCertificate } from "./certificate.ts";

/**
 * Everything that a test of HTTPS requires: a certificate authority, and a server and a client with certificates from
 * it.
 */
export interface SampleCertificates {
	readonly authority: SampleCertificate;
	/** Valid for 127.0.0.1 and localhost. */
	readonly server: SampleCertificate;
	readonly client: SampleCertificate;
}

/** Creates a new set of certificates. */
export async function makeSampleCertificates(): Promise<SampleCertificates> {
	const authority = await makeCertificate({ name: "Larkspur sample authority", authority: true });
	const [server, client] = await Promise.all([
		makeCertificate({
			name: "coder.larkspur.example",
			hosts: ["127.0.0.1", "localhost"],
			issuer: authority,
		}),
		makeCertificate({ name: "larkspur-laptop", issuer: authority }),
	]);
	return { authority, server, client };
}
