import type { TLSSocket } from "node:tls";
import { readChain, type CertificateFacts } from "./certificate.ts";
import { firstAttemptMs } from "../connectionAttempts.ts";
import type { NetworkOptions, TlsOptions } from "../settings/networkOptions.ts";
import { nodeRequest, type Attempt } from "../nodeRequest.ts";
import type { Trust } from "./trust.ts";

/** The result of a TLS handshake. */
export interface Handshake {
	/** The server's certificate, followed by the issuers that it sent. */
	readonly certificates: readonly CertificateFacts[];
	/** Why it would be rejected, as Node's or OpenSSL's code; empty if it would be accepted. */
	readonly problem: string;
}

/** About the same as for requests, in ms. */
const timeoutMs = 15_000;

/**
 * Verifies a server's certificate as requests do: with the authorities from the settings and the default ones.
 *
 * @param ca verify with these authorities only, as PEM text
 * @throws errors of Node's network layer
 */
export async function inspectServer(
	url: URL,
	{ tls, route }: NetworkOptions,
	signal: AbortSignal,
	ca?: string,
): Promise<Handshake> {
	const look = (trust: Trust, tlsOptions: TlsOptions): Promise<Handshake> =>
		shakeHands(url, {
			tls: tlsOptions,
			trust,
			route,
			signal,
			attemptMs: firstAttemptMs(timeoutMs),
		});
	if (ca) return look("own", { ...tls, ca });
	const bySystem = await look("system", tls);
	return bySystem.problem === "" || !tls.ca ? bySystem : look("own", tls);
}

/**
 * Connects to a server on the same route as requests, only to read its certificate. Accepts any certificate, and sends
 * nothing except for the handshake.
 *
 * @throws errors of Node's network layer
 */
export function shakeHands(url: URL, plan: Omit<Attempt, "trace">): Promise<Handshake> {
	return new Promise((resolve, reject) => {
		const request = nodeRequest(
			{
				protocol: url.protocol,
				hostname: url.hostname.replace(/^\[|\]$/g, ""),
				port: url.port,
				path: "/",
				method: "GET",
				headers: {},
				signal: plan.signal,
			},
			{ ...plan, tls: { ...plan.tls, insecure: true }, trace: {} },
			() => {
				reject(new Error("not encrypted"));
			},
		);
		request.on("error", reject);
		request.on("socket", (socket: TLSSocket) => {
			const read = (): void => {
				resolve({
					certificates: readChain(socket.getPeerCertificate(true)),
					problem: socket.authorized ? "" : errorCode(socket.authorizationError),
				});
				// The request was never ended, so nothing of it was sent.
				request.destroy();
			};
			if (!("getPeerCertificate" in socket)) {
				reject(new Error("not encrypted"));
				request.destroy();
			} else if (socket.connecting || !socket.getPeerCertificate().fingerprint256) {
				socket.once("secureConnect", read);
			} else read();
		});
	});
}

/** Returns the code of an error. Node's types say Error, but it's a string. */
function errorCode(error: unknown): string {
	if (typeof error === "string") return error;
	return error instanceof Error ? error.message : "";
}
