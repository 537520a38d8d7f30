import { t } from "../../base/l10n.ts";
import { pages } from "../../coder/docs.ts";
import { textOf, type Facts } from "../facts.ts";
import { isHttpElsewhere } from "../network.ts";
import { mootIf, optionRule, whenOn, type Rule, type Verdict } from "../rule.ts";

const whileOidc = (facts: Facts, verdict: Verdict) =>
	mootIf(
		!facts.oidc,
		t("It has no effect now, because OpenID Connect is not configured."),
		verdict,
	);

/** Who may sign in, and how. */
export const signInRules: readonly Rule[] = [
	optionRule(
		"password-beside-oidc",
		"CODER_DISABLE_PASSWORD_AUTH",
		(option, facts) =>
			option.value === false &&
			facts.oidc && {
				severity: "warning",
				title: t("Passwords are accepted beside OpenID Connect"),
				meaning: t(
					"Who has a password can sign in past the identity provider and its second factor, also after losing the account there.",
				),
				advice: t("Disable password authentication. Owners can still sign in with theirs."),
			},
	),
	optionRule(
		"oidc-email-not-verified",
		"CODER_OIDC_IGNORE_EMAIL_VERIFIED",
		whenOn((facts) =>
			whileOidc(facts, {
				severity: "warning",
				title: t("Email addresses that nobody verified are accepted"),
				meaning: t(
					"Coder takes an address from the identity provider even when the provider says that it was not verified.",
				),
				advice: t("Switch it off, unless people cannot choose their address at the provider."),
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
				title: t("Everybody at the identity provider becomes a user"),
				meaning: t(
					"Neither a domain of email addresses nor a group is required, so each person whom the provider knows may sign up.",
				),
				advice: t("Name email domains or groups, or disallow signing up, unless that is intended."),
				link: pages.oidc,
			},
	),
	optionRule(
		"oidc-access-token-claims",
		["CODER_OIDC_ACCESS_TOKEN_CLAIMS"],
		whenOn((facts) =>
			whileOidc(facts, {
				severity: "warning",
				title: t("Facts about people come from the access token"),
				meaning: t(
					"The standard does not intend access tokens to be read by applications; Coder does not recommend it.",
				),
				advice: t("Have the provider put what is missing into the ID token, and switch this off."),
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
				title: t("The identity provider is reached by http"),
				meaning: t(
					"Who gets between Coder and the provider can replace the keys that tokens are checked with, and sign in as anybody.",
				),
				advice: t("Use the provider's https address as the issuer."),
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
					? t("Everybody with a GitHub account may sign up")
					: t("GitHub accounts of no particular organization may sign in"),
				meaning: signUps
					? t("Neither an organization nor a team is required to become a user.")
					: t("Membership in an organization is not required; new people cannot sign up, though."),
				advice: t("Name the organizations or teams that may sign in."),
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
					"One client can keep the server busy for everybody. Only some routes, such as signing in, keep limits of their own.",
				),
				advice: t("Set a number of requests a minute that your busiest client stays under."),
			},
	),
];
