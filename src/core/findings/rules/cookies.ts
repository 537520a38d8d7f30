import { t } from "../../base/l10n.ts";
import { pages } from "../../coder/docs.ts";
import { intOf, listOf } from "../facts.ts";
import { optionRule, type Rule } from "../rule.ts";

const maxAge = "CODER_STRICT_TRANSPORT_SECURITY";

/** How browsers keep sessions, and to which addresses they send them. */
export const cookieRules: readonly Rule[] = [
	optionRule(
		"secure-cookie-off",
		"CODER_SECURE_AUTH_COOKIE",
		(option, facts) =>
			option.value === false &&
			facts.https && {
				also: [facts.option("CODER_ACCESS_URL")],
				severity: "warning",
				title: t("Session cookies are sent without encryption as well"),
				meaning: t(
					"The access URL is https, but browsers may send the session also over http, where who listens on the way can take it.",
				),
				advice: t("Switch on secure auth cookies."),
			},
	),
	optionRule(
		"samesite-none",
		"CODER_SAMESITE_AUTH_COOKIE",
		(option) =>
			option.value === "none" && {
				severity: "warning",
				title: t("Other websites' requests carry the session cookie"),
				meaning: t(
					"Browsers send the session along when another website embeds or calls Coder, which makes forged requests easier.",
				),
				advice: t("Use lax, unless Coder has to work inside pages of another site."),
			},
	),
	optionRule(
		"host-prefix-cookie-off",
		"CODER_HOST_PREFIX_COOKIE",
		(option, { https }) =>
			option.value === false &&
			https && {
				severity: "info",
				title: t("Cookies do not have the __Host- prefix"),
				meaning: t(
					"With the prefix, browsers take session cookies only from exactly this host, so that no subdomain can plant one.",
				),
				advice: t(
					"Coder recommends to switch it on. Workspaces built before v2.31 have to be restarted then.",
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
				title: t("Browsers are not told to insist on https"),
				meaning: t(
					"Without Strict-Transport-Security a first request may go out by http. A proxy before the server may send the header; the server does not tell.",
				),
				advice: t("Set a maximum age in seconds, such as 31536000, or check that your proxy does."),
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
				title: t("Browsers are told to insist on https, but the access URL is http"),
				meaning: t("A browser that believes it does not reach Coder at its access URL any more."),
				advice: t("Set an https access URL, or set Strict-Transport-Security to 0."),
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
				meaning: t("Without a maximum age the header is not sent, and its options do nothing."),
				advice: t("Set a maximum age in seconds, such as 31536000, or remove the options."),
			},
	),
];
