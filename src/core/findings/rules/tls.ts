import { t } from "../../base/l10n.ts";
import { isSet } from "../../options/optionFacts.ts";
import type { Facts } from "../facts.ts";
import { textOf } from "../facts.ts";
import { mootIf, optionRule, whenOn, type Rule, type Verdict } from "../rule.ts";

/** The server's own TLS settings do nothing while something before the server ends TLS. */
const whileOwnTls = (facts: Facts, verdict: Verdict) =>
	mootIf(
		facts.isOff("CODER_TLS_ENABLE"),
		t("It has no effect now, because the server does not speak TLS itself."),
		verdict,
	);

/** How the server itself speaks TLS. */
export const tlsRules: readonly Rule[] = [
	optionRule(
		"tls-old-version",
		"CODER_TLS_MIN_VERSION",
		(option, facts) =>
			(textOf(option) === "tls10" || textOf(option) === "tls11") &&
			whileOwnTls(facts, {
				severity: "warning",
				title: t("Outdated versions of TLS are allowed"),
				meaning: t(
					"TLS 1.0 and 1.1 have known weaknesses, and no current browser or client needs them.",
				),
				advice: t("Set the minimum to tls12 or tls13."),
			}),
	),
	optionRule(
		"tls-insecure-ciphers",
		"CODER_TLS_ALLOW_INSECURE_CIPHERS",
		whenOn((facts) =>
			whileOwnTls(facts, {
				also: [facts.option("CODER_TLS_CIPHERS")],
				severity: "warning",
				title: t("Insecure TLS ciphers are allowed"),
				meaning: t("Ciphers with known weaknesses may be used for connections to the server."),
				advice: t("Switch it off, and name only ciphers that Go calls secure."),
			}),
		),
	),
	optionRule(
		"tls-client-not-verified",
		"CODER_TLS_CLIENT_AUTH",
		(option, facts) =>
			["request", "require-any"].includes(textOf(option)) &&
			isSet(option) &&
			whileOwnTls(facts, {
				severity: "warning",
				title: t("Client certificates are asked for but not verified"),
				meaning: t(
					"With this policy any certificate will do, also one that somebody made for themselves.",
				),
				advice: t("Use require-and-verify with a client CA file, or none."),
			}),
	),
];
