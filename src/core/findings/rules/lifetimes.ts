import { t } from "../../base/l10n.ts";
import { isSet } from "../../options/optionFacts.ts";
import { pages } from "../../coder/docs.ts";
import { dayNs, yearNs } from "../durations.ts";
import { intOf } from "../facts.ts";
import { optionRule, type Rule } from "../rule.ts";

const longest = "CODER_MAX_TOKEN_LIFETIME";
const session = "CODER_SESSION_DURATION";
const link = pages.tokens;

const above = (size: bigint | undefined, bound: bigint) => size !== undefined && size > bound;

/** How long tokens and sessions last. */
export const lifetimeRules: readonly Rule[] = [
	optionRule(
		"token-lifetime-endless",
		longest,
		(option) =>
			above(intOf(option), 10n * yearNs) && {
				// The default is 100 years, which no one chose.
				severity: isSet(option) ? "warning" : "info",
				title: t("API tokens can be valid almost forever"),
				meaning: t(
					"Users can create tokens that outlive their purpose. A leaked token remains valid until someone revokes it.",
				),
				advice: t("Set the longest lifetime that scripts need, such as 2160h for 90 days."),
				link,
			},
	),
	optionRule(
		"token-lifetime-zero",
		longest,
		(option) =>
			intOf(option) === 0n && {
				severity: "warning",
				title: t("Tokens can't be given a lifetime"),
				meaning: t(
					"Zero doesn't mean unlimited: the server rejects every request for a token with a lifetime.",
				),
				advice: t("Set the longest lifetime that tokens can have, such as 2160h for 90 days."),
				link,
			},
	),
	optionRule(
		"admin-token-lifetime-long",
		"CODER_MAX_ADMIN_TOKEN_LIFETIME",
		(option) =>
			above(intOf(option), yearNs) && {
				severity: "warning",
				title: t("Owners can create tokens that are valid for more than a year"),
				meaning: t("An owner's token has every permission, so a leaked one does the most harm."),
				advice: t("Set a short lifetime. The default is seven days."),
				link,
			},
	),
	optionRule(
		"default-token-lifetime-long",
		"CODER_DEFAULT_TOKEN_LIFETIME",
		(option) =>
			above(intOf(option), 90n * dayNs) && {
				severity: "warning",
				title: t("Tokens are valid for more than 90 days by default"),
				meaning: t(
					"The Coder CLI and editors receive these tokens and store them on users' machines.",
				),
				advice: t("Set a shorter default. Coder's own default is seven days."),
				link,
			},
	),
	optionRule(
		"default-token-lifetime-above-maximum",
		"CODER_DEFAULT_TOKEN_LIFETIME",
		(option, facts) => {
			const maximum = facts.int(longest);
			return (
				maximum !== undefined &&
				above(intOf(option), maximum) && {
					also: [facts.option(longest)],
					severity: "warning",
					title: t("The default token lifetime exceeds the maximum"),
					meaning: t(
						"The server checks the maximum only if a lifetime is requested, so tokens created without one exceed it.",
					),
					advice: t("Lower the default token lifetime to at most the maximum."),
					link,
				}
			);
		},
	),
	optionRule(
		"session-lifetime-long",
		session,
		(option) =>
			above(intOf(option), 30n * dayNs) && {
				severity: "warning",
				title: t("Browser sessions last longer than 30 days"),
				meaning: t("A session left open on another machine remains valid that long."),
				advice: t("Set a shorter session duration. The default is one day."),
				link,
			},
	),
	optionRule(
		"session-endless",
		"CODER_DISABLE_SESSION_EXPIRY_REFRESH",
		(option, facts) =>
			option.value === false && {
				also: [facts.option(session)],
				severity: "info",
				title: t("Sessions in use never end"),
				meaning: t("Each use extends the session, however long ago the user signed in."),
				advice: t(
					"Disable session expiry refresh if users should sign in again from time to time.",
				),
				link,
			},
	),
];
