import { t } from "../../base/l10n.ts";
import { pages } from "../../coder/docs.ts";
import { intOf, listOf } from "../facts.ts";
import { optionRule, type Rule } from "../rule.ts";

const maxAge = "CODER_STRICT_TRANSPORT_SECURITY";

/** Rules about how browsers store sessions, and the addresses to which they send them. */
export const cookieRules: readonly Rule[] = [
	optionRule(
		"secure-cookie-off",
		"CODER_SECURE_AUTH_COOKIE",
		(option, facts) =>
			option.value === false &&
			facts.https && {
				also: [facts.option("CODER_ACCESS_URL")],
				severity: "warning",
				title: t("Session cookies are also sent unencrypted"),
				meaning: t(
					"The access URL uses HTTPS, but browsers might also send the session over HTTP, where an attacker on the network can steal it.",
				),
				advice: t("Turn on secure auth cookies."),
			},
	),
	optionRule(
		"samesite-none",
		"CODER_SAMESITE_AUTH_COOKIE",
		(option) =>
			option.value === "none" && {
				severity: "warning",
				title: t("Requests from other websites carry the session cookie"),
				meaning: t(
					"Browsers send the session when another website embeds or calls Coder, which makes forged requests easier.",
				),
				advice: t("Use lax, unless Coder must work inside another site's pages."),
			},
	),
	optionRule(
		"host-prefix-cookie-off",
		"CODER_HOST_PREFIX_COOKIE",
		(option, { https }) =>
			option.value === false &&
			https && {
				severity: "info",
				title: t("Cookies don't have the __Host- prefix"),
				meaning: t(
					"With the prefix, browsers accept session cookies only from exactly this host, so a subdomain can't set one.",
				),
				advice: t(
					"Turn it on, as Coder recommends. Workspaces built before v2.31 must be restarted afterward.",
				),
			},
	),
	optionRule(
		"hsts-missing",
		maxAge,
		(option, { https }) =>
			intOf(option) === 0n &&
			https && {
				severity: "info",
				title: t("Browsers aren't told to require HTTPS"),
				meaning: t(
					"Without Strict-Transport-Security, a first request might be sent over HTTP. A proxy in front of the server might send the header; the server can't tell.",
				),
				advice: t(
					"Set a maximum age in seconds, such as 31536000, or verify that your proxy sends the header.",
				),
				link: pages.security,
			},
	),
	optionRule(
		"hsts-over-http",
		maxAge,
		(option, { accessUrl }) =>
			(intOf(option) ?? 0n) > 0n &&
			accessUrl?.protocol === "http:" && {
				severity: "warning",
				title: t("Browsers are told to require HTTPS, but the access URL uses HTTP"),
				meaning: t("A browser that follows this can't reach Coder at its access URL."),
				advice: t("Set an HTTPS access URL, or set Strict-Transport-Security to 0."),
			},
	),
	optionRule(
		"hsts-options-ignored",
		"CODER_STRICT_TRANSPORT_SECURITY_OPTIONS",
		(option, facts) =>
			listOf(option).length > 0 &&
			facts.int(maxAge) === 0n && {
				also: [facts.option(maxAge)],
				severity: "info",
				title: t("Strict-Transport-Security has options but no maximum age"),
				meaning: t("Without a maximum age, the header isn't sent and its options have no effect."),
				advice: t("Set a maximum age in seconds, such as 31536000, or remove the options."),
			},
	),
];
