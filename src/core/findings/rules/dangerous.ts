import { t } from "../../base/l10n.ts";
import { isDangerous } from "../../options/optionMarks.ts";
import { isSet } from "../../options/optionFacts.ts";
import { pages } from "../../coder/docs.ts";
import type { Facts } from "../facts.ts";
import { mootIf, optionRule, whenOn, type Rule, type Verdict } from "../rule.ts";

const switchOff = () => t("Turn this off and restart the server.");

/** Adds that an option about path-based apps, which share the dashboard's origin, has no effect if they are off. */
const aboutPathApps = (facts: Facts, verdict: Verdict) =>
	mootIf(
		facts.isOn("CODER_DISABLE_PATH_APPS"),
		t("It has no effect at the moment because path-based apps are off."),
		{ link: pages.pathApps, ...verdict },
	);

const aboutOidc = (facts: Facts, verdict: Verdict) =>
	mootIf(
		!facts.oidc,
		t("It has no effect at the moment because OpenID Connect isn't configured."),
		verdict,
	);

/** The options that Coder itself calls dangerous, with explanations. */
const explained = {
	CODER_DANGEROUS_ALLOW_CORS_REQUESTS: optionRule(
		"dangerous-cors",
		"CODER_DANGEROUS_ALLOW_CORS_REQUESTS",
		whenOn(() => ({
			severity: "high",
			title: t("Any website can call the API"),
			meaning: t(
				"The server answers cross-origin requests from any website, so a malicious page can call the API from a visitor's browser.",
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
					"Other users can open apps served from the dashboard's own address. Such an app can call the API as the user who opens it.",
				),
				advice: t("Turn this off, and serve apps from subdomains with a wildcard access URL."),
			}),
		),
	),
	CODER_DANGEROUS_ALLOW_PATH_APP_SITE_OWNER_ACCESS: optionRule(
		"dangerous-path-app-owner-access",
		"CODER_DANGEROUS_ALLOW_PATH_APP_SITE_OWNER_ACCESS",
		whenOn((facts) =>
			aboutPathApps(facts, {
				severity: "high",
				title: t("Owners can open other users' path-based apps"),
				meaning: t(
					"An app in a user's workspace that an owner opens from the dashboard's own address can call the API with the owner's permissions.",
				),
				advice: t("Turn this off, and serve apps from subdomains with a wildcard access URL."),
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
				"Nothing slows down password guessing or a client that floods the API. The strict sign-in limit is off, too.",
			),
			advice: t("Turn this off. For clients that need more requests, raise the API rate limit."),
		})),
	),
	CODER_DANGEROUS_OIDC_SKIP_ISSUER_CHECKS: optionRule(
		"dangerous-oidc-issuer-checks-off",
		"CODER_DANGEROUS_OIDC_SKIP_ISSUER_CHECKS",
		whenOn((facts) =>
			aboutOidc(facts, {
				severity: "high",
				title: t("The issuer of OpenID Connect tokens isn't checked"),
				meaning: t(
					"The server doesn't require tokens to come from the configured issuer, so it might accept another issuer's token.",
				),
				advice: t("Correct the issuer URL to match the tokens, and turn this off."),
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
					"Anyone who controls an email address at the identity provider can sign in as the Coder user with that address, even with a different identity.",
				),
				advice: t("Have the provider send a stable subject for each user, and turn this off."),
			}),
		),
	),
} as const satisfies Readonly<Record<string, Rule>>;

/** Options that Coder calls dangerous and that are missing in the table above, such as those of future versions. */
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
				title: t("{0}, a dangerous option, is on", option.name),
				meaning: t("Coder marks this option as dangerous."),
				advice: t("Read the option's description, and turn it off unless you need it."),
			})),
};

export const dangerousRules: readonly Rule[] = [...Object.values(explained), others];
