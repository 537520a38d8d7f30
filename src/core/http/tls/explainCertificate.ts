import type { ApiFailure } from "../failure.ts";
import { formatMoment } from "../../base/format.ts";
import { t } from "../../base/l10n.ts";
import type { CertificateFacts } from "./certificate.ts";

type Explanation = Pick<ApiFailure, "message" | "advice" | "action" | "setting">;

/**
 * Explains what is wrong with a server's certificate.
 *
 * @param code Node's or OpenSSL's code
 * @param host the requested host and port
 * @param expected the host name that the certificate was verified against
 * @param certificates the server's certificates; empty if unknown
 * @param now in ms since the epoch
 */
export function explainCertificate(
	code: string,
	host: string,
	expected: string,
	certificates: readonly CertificateFacts[],
	now: number,
): Explanation {
	const own = certificates[0];
	switch (code) {
		case "CERT_HAS_EXPIRED":
			return expired(host, certificates, now);
		case "CERT_NOT_YET_VALID":
			return notYetValid(host, certificates, now);
		case "ERR_TLS_CERT_ALTNAME_INVALID":
			return otherHost(host, expected, own);
		case "DEPTH_ZERO_SELF_SIGNED_CERT":
			return {
				message: t("{0} uses a self-signed certificate.", host),
				advice: t(
					"If you trust it, choose its certificate file. Your administrator can provide it.",
				),
				action: "pickCaFile",
			};
		case "CERT_REVOKED":
			return {
				message: t("The certificate of {0} was revoked.", host),
				advice: t("Don't connect. Ask an administrator of the deployment."),
				action: "showLog",
			};
		case "INVALID_PURPOSE":
		case "INVALID_CA":
		case "PATH_LENGTH_EXCEEDED":
			return {
				message: t("The certificate of {0} isn't valid for this use ({1}).", host, code),
				advice: t("An administrator of the deployment must replace it."),
				action: "showLog",
			};
		default:
			return unknownIssuer(code, host, certificates);
	}
}

function expired(
	host: string,
	certificates: readonly CertificateFacts[],
	now: number,
): Explanation {
	const index = certificates.findIndex(({ validTo }) => validTo < now);
	const facts = certificates[index];
	const since = facts ? formatMoment(facts.validTo) : undefined;
	return {
		message:
			facts && since && index > 0
				? t("A certificate in the chain of {0} expired on {1}: {2}.", host, since, facts.subject)
				: since
					? t("The certificate of {0} expired on {1}.", host, since)
					: t("The certificate of {0} has expired.", host),
		advice: t(
			"An administrator of the deployment must renew it. Also check this computer's clock.",
		),
		action: "retry",
	};
}

function notYetValid(
	host: string,
	certificates: readonly CertificateFacts[],
	now: number,
): Explanation {
	const from = certificates.find(({ validFrom }) => validFrom > now)?.validFrom;
	return {
		message:
			from === undefined
				? t("The certificate of {0} isn't valid yet.", host)
				: t("The certificate of {0} isn't valid before {1}.", host, formatMoment(from)),
		advice: t("Check this computer's clock."),
		action: "retry",
	};
}

/** Maximum number of names to list. */
const maxNames = 4;

function otherHost(host: string, expected: string, own: CertificateFacts | undefined): Explanation {
	const names = own?.names ?? [];
	const listed = names.slice(0, maxNames).join(", ") + (names.length > maxNames ? ", …" : "");
	return {
		message:
			listed === ""
				? t("The certificate of {0} isn't valid for the name {1}.", host, expected)
				: t("The certificate of {0} is valid for {1}, not for {2}.", host, listed, expected),
		advice: t(
			"Use a URL with one of its names. If you know that this is the right server, set that name as the alternative host name.",
		),
		action: "openSettings",
		setting: "coderDeployment.tlsAltHost",
	};
}

function unknownIssuer(
	code: string,
	host: string,
	certificates: readonly CertificateFacts[],
): Explanation {
	// The missing issuer is that of the last certificate that the server sent.
	const issuer = certificates.at(-1)?.issuer;
	const incomplete = code === "UNABLE_TO_VERIFY_LEAF_SIGNATURE" && certificates.length === 1;
	return {
		message:
			issuer === undefined
				? t("The issuer of the certificate of {0} isn't trusted on this machine.", host)
				: t(
						"The certificate of {0} was issued by {1}, which isn't trusted on this machine.",
						host,
						issuer,
					),
		advice: incomplete
			? t(
					"Choose your organization's CA file. The server might also be missing an intermediate certificate, which an administrator can add.",
				)
			: t("Choose your organization's CA file. Your administrator can provide it."),
		action: "pickCaFile",
	};
}
