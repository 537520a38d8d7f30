import type { TLSSocket } from "node:tls";
import { readChain, type CertificateFacts } from "./certificate.ts";
import { firstAttemptMs } from "../connectionAttempts.ts";
import type { NetworkOptions, TlsOptions } from "../settings/networkOptions.ts";
import { nodeRequest, type Attempt } from "../nodeRequest.ts";
import type { Trust } from "./trust.ts";

/** What a server showed of itself. */
export interface Handshake {
	/** The server's certificate and those above it that it sent. */
	readonly certificates: readonly CertificateFacts[];
	/** Why it would not be accepted, as Node's or OpenSSL's code; empty when it would. */
	readonly problem: string;
}

/** About as long as requests may take, in ms. */
const timeoutMs = 15_000;

/**
 * Looks at a server's certificate as requests would judge it: by the authorities of the settings and by the usual ones.
 *
 * @param ca judge by these authorities alone, PEM text
 * @throws what Node's network layer throws
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
 * Connects to a server, by the same way as requests, only to see its certificate. Whatever it is, the connection is
 * made, and nothing but the handshake is sent.
 *
 * @throws what Node's network layer throws
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
				// It was never ended, so none of it was sent.
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

/** Node's types say Error, its code says text. */
function errorCode(error: unknown): string {
	if (typeof error === "string") return error;
	return error instanceof Error ? error.message : "";
}
