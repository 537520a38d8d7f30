import { t } from "../../base/l10n.ts";
import { isSet } from "../../options/optionFacts.ts";
import type { Facts } from "../facts.ts";
import { textOf } from "../facts.ts";
import { mootIf, optionRule, whenOn, type Rule, type Verdict } from "../rule.ts";

/** Adds that the server's own TLS settings have no effect while something in front of it terminates TLS. */
const whileOwnTls = (facts: Facts, verdict: Verdict) =>
	mootIf(
		facts.isOff("CODER_TLS_ENABLE"),
		t("It has no effect at the moment because the server doesn't serve TLS itself."),
		verdict,
	);

/** The server's own TLS configuration. */
export const tlsRules: readonly Rule[] = [
	optionRule(
		"tls-old-version",
		"CODER_TLS_MIN_VERSION",
		(option, facts) =>
			(textOf(option) === "tls10" || textOf(option) === "tls11") &&
			whileOwnTls(facts, {
				severity: "warning",
				title: t("Outdated TLS versions are allowed"),
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
				meaning: t("Connections to the server can use ciphers with known weaknesses."),
				advice: t("Turn this off, and list only ciphers that Go considers secure."),
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
				title: t("Client certificates are requested but not verified"),
				meaning: t("With this policy, any certificate is accepted, even a self-signed one."),
				advice: t("Set the policy to require-and-verify with a client CA file, or to none."),
			}),
	),
];
