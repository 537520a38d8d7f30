import { t } from "../../base/l10n.ts";
import { pages } from "../../coder/docs.ts";
import { textOf, type Facts } from "../facts.ts";
import { isHttpElsewhere } from "../addresses.ts";
import { mootIf, optionRule, whenOn, type Rule, type Verdict } from "../rule.ts";

const whileOidc = (facts: Facts, verdict: Verdict) =>
	mootIf(
		!facts.oidc,
		t("It has no effect at the moment because OpenID Connect isn't configured."),
		verdict,
	);

/** Rules about who can sign in, and how. */
export const signInRules: readonly Rule[] = [
	optionRule(
		"password-beside-oidc",
		"CODER_DISABLE_PASSWORD_AUTH",
		(option, facts) =>
			option.value === false &&
			facts.oidc && {
				severity: "warning",
				title: t("Password sign-in is on alongside OpenID Connect"),
				meaning: t(
					"Users with a password can bypass the identity provider and its second factor, even after losing their account there.",
				),
				advice: t("Disable password authentication. Owners can still sign in with a password."),
			},
	),
	optionRule(
		"oidc-email-not-verified",
		"CODER_OIDC_IGNORE_EMAIL_VERIFIED",
		whenOn((facts) =>
			whileOidc(facts, {
				severity: "warning",
				title: t("Unverified email addresses are accepted"),
				meaning: t("Coder accepts addresses that the identity provider reports as unverified."),
				advice: t("Turn this off, unless users can't choose their own address at the provider."),
				link: pages.oidc,
			}),
		),
	),
	optionRule(
		"oidc-open-signups",
		"CODER_OIDC_ALLOW_SIGNUPS",
		(option, facts) =>
			option.value === true &&
			facts.oidc &&
			facts.list("CODER_OIDC_EMAIL_DOMAIN").length === 0 &&
			facts.list("CODER_OIDC_ALLOWED_GROUPS").length === 0 && {
				also: [facts.option("CODER_OIDC_EMAIL_DOMAIN"), facts.option("CODER_OIDC_ALLOWED_GROUPS")],
				severity: "info",
				title: t("Anyone with an account at the identity provider can become a user"),
				meaning: t(
					"No email domain or group is required, so anyone with an account at the provider can sign up.",
				),
				advice: t("Require email domains or groups, or disable sign-ups, unless this is intended."),
				link: pages.oidc,
			},
	),
	optionRule(
		"oidc-access-token-claims",
		["CODER_OIDC_ACCESS_TOKEN_CLAIMS"],
		whenOn((facts) =>
			whileOidc(facts, {
				severity: "warning",
				title: t("User information comes from the access token"),
				meaning: t(
					"The standard says that applications shouldn't read access tokens, and Coder recommends against it.",
				),
				advice: t(
					"Have the provider include the missing claims in the ID token, and turn this off.",
				),
				link: pages.oidc,
			}),
		),
	),
	optionRule(
		"oidc-issuer-http",
		"CODER_OIDC_ISSUER_URL",
		(option) =>
			isHttpElsewhere(textOf(option)) && {
				severity: "high",
				title: t("The identity provider is reached over HTTP"),
				meaning: t(
					"An attacker between Coder and the provider can replace the signing keys and sign in as anyone.",
				),
				advice: t("Use the provider's HTTPS address as the issuer."),
				link: pages.oidc,
			},
	),
	optionRule(
		"github-everyone",
		"CODER_OAUTH2_GITHUB_ALLOW_EVERYONE",
		whenOn((facts) => {
			const signUps = facts.isOn("CODER_OAUTH2_GITHUB_ALLOW_SIGNUPS");
			return {
				also: [facts.option("CODER_OAUTH2_GITHUB_ALLOW_SIGNUPS")],
				severity: signUps ? "high" : "info",
				title: signUps
					? t("Anyone with a GitHub account can sign up")
					: t("GitHub users from any organization can sign in"),
				meaning: signUps
					? t("No organization or team is required to become a user.")
					: t("No organization membership is required, but new users can't sign up."),
				advice: t("List the organizations or teams whose members can sign in."),
				link: pages.github,
			};
		}),
	),
	optionRule(
		"rate-limit-off",
		"CODER_API_RATE_LIMIT",
		(option, facts) =>
			typeof option.value === "number" &&
			option.value < 0 &&
			!facts.isOn("CODER_DANGEROUS_DISABLE_RATE_LIMITS") && {
				severity: "warning",
				title: t("The API has no rate limit"),
				meaning: t(
					"One client can keep the server busy for everyone. Only some routes, such as sign-in, have their own limits.",
				),
				advice: t("Set a number of requests per minute that your busiest client doesn't exceed."),
			},
	),
];
