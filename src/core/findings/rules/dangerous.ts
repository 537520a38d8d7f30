import { t } from "../../base/l10n.ts";
import { isDangerous, isSet } from "../../options/optionFacts.ts";
import { pages } from "../../coder/docs.ts";
import type { Facts } from "../facts.ts";
import { mootIf, optionRule, whenOn, type Rule, type Verdict } from "../rule.ts";

const switchOff = () => t("Switch it off and restart the server.");

/** Path-based apps share the dashboard's origin; with them switched off, what is said about them has no effect. */
const aboutPathApps = (facts: Facts, verdict: Verdict) =>
	mootIf(
		facts.isOn("CODER_DISABLE_PATH_APPS"),
		t("It has no effect now, because path-based apps are off."),
		{ link: pages.pathApps, ...verdict },
	);

const aboutOidc = (facts: Facts, verdict: Verdict) =>
	mootIf(
		!facts.oidc,
		t("It has no effect now, because OpenID Connect is not configured."),
		verdict,
	);

/** What Coder itself calls dangerous, each with what it does. */
const explained = {
	CODER_DANGEROUS_ALLOW_CORS_REQUESTS: optionRule(
		"dangerous-cors",
		"CODER_DANGEROUS_ALLOW_CORS_REQUESTS",
		whenOn(() => ({
			severity: "high",
			title: t("Every website may call the API"),
			meaning: t(
				"The server answers cross-origin requests of any website. A malicious page can call the API from the browser of somebody who visits it.",
			),
			advice: switchOff(),
		})),
	),
	CODER_DANGEROUS_ALLOW_PATH_APP_SHARING: optionRule(
		"dangerous-path-app-sharing",
		"CODER_DANGEROUS_ALLOW_PATH_APP_SHARING",
		whenOn((facts) =>
			aboutPathApps(facts, {
				severity: "high",
				title: t("Path-based apps can be shared"),
				meaning: t(
					"Apps that are served under the dashboard's own address may be opened by other people. Such an app can call the API as whoever opens it.",
				),
				advice: t("Switch it off, and serve apps from subdomains with a wildcard access URL."),
			}),
		),
	),
	CODER_DANGEROUS_ALLOW_PATH_APP_SITE_OWNER_ACCESS: optionRule(
		"dangerous-path-app-owner-access",
		"CODER_DANGEROUS_ALLOW_PATH_APP_SITE_OWNER_ACCESS",
		whenOn((facts) =>
			aboutPathApps(facts, {
				severity: "high",
				title: t("Owners can open path-based apps of other people"),
				meaning: t(
					"An app in somebody's workspace that an owner opens under the dashboard's own address can call the API with the owner's rights.",
				),
				advice: t("Switch it off, and serve apps from subdomains with a wildcard access URL."),
			}),
		),
	),
	CODER_DANGEROUS_DISABLE_RATE_LIMITS: optionRule(
		"dangerous-rate-limits-off",
		"CODER_DANGEROUS_DISABLE_RATE_LIMITS",
		whenOn(() => ({
			severity: "high",
			title: t("All rate limits are off"),
			meaning: t(
				"Nothing slows down guessing of passwords, nor a client that floods the API. The strict limit for signing in is gone as well.",
			),
			advice: t("Switch it off. For clients that need more requests, raise the API rate limit."),
		})),
	),
	CODER_DANGEROUS_OIDC_SKIP_ISSUER_CHECKS: optionRule(
		"dangerous-oidc-issuer-checks-off",
		"CODER_DANGEROUS_OIDC_SKIP_ISSUER_CHECKS",
		whenOn((facts) =>
			aboutOidc(facts, {
				severity: "high",
				title: t("The issuer of OpenID Connect tokens is not checked"),
				meaning: t(
					"The server does not insist that a token comes from the issuer that is configured, so a token of another issuer may be taken for one of yours.",
				),
				advice: t(
					"Correct the issuer URL so that it is the one in the tokens, and switch this off.",
				),
			}),
		),
	),
	CODER_DANGEROUS_OIDC_EMAIL_FALLBACK: optionRule(
		"dangerous-oidc-email-fallback",
		"CODER_DANGEROUS_OIDC_EMAIL_FALLBACK",
		whenOn((facts) =>
			aboutOidc(facts, {
				severity: "high",
				title: t("OpenID Connect accounts are matched by email address"),
				meaning: t(
					"Who controls an email address at the identity provider can sign in as the Coder user with that address, even with another identity.",
				),
				advice: t("Have the provider send a stable subject for each person, and switch this off."),
			}),
		),
	),
} as const satisfies Readonly<Record<string, Rule>>;

/** Options that Coder calls dangerous and that this table does not explain: of versions to come. */
const others: Rule = {
	id: "dangerous-option",
	find: ({ options }) =>
		options
			.filter(
				(option) =>
					!Object.hasOwn(explained, option.id) &&
					isDangerous(option) &&
					(option.value === true || (option.value !== false && isSet(option))),
			)
			.map((option) => ({
				option,
				severity: "high",
				title: t("A dangerous option is on: {0}", option.name),
				meaning: t("Coder calls this option dangerous."),
				advice: t("Read what Coder says about it, and switch it off unless you need it."),
			})),
};

export const dangerousRules: readonly Rule[] = [...Object.values(explained), others];
