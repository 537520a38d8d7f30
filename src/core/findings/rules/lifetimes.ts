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

/** How long tokens and sessions live. */
export const lifetimeRules: readonly Rule[] = [
	optionRule(
		"token-lifetime-endless",
		longest,
		(option) =>
			above(intOf(option), 10n * yearNs) && {
				// The default is 100 years: nobody chose it.
				severity: isSet(option) ? "warning" : "info",
				title: t("API tokens may live practically for ever"),
				meaning: t(
					"People may make tokens that outlive their job and every leak. A token that got into wrong hands stays good until somebody notices.",
				),
				advice: t("Set the longest lifetime that scripts really need, such as 2160h for 90 days."),
				link,
			},
	),
	optionRule(
		"token-lifetime-zero",
		longest,
		(option) =>
			intOf(option) === 0n && {
				severity: "warning",
				title: t("No token may be given a lifetime"),
				meaning: t(
					"Zero does not mean unlimited: the server refuses every request for a token that names a lifetime.",
				),
				advice: t("Set the longest lifetime that tokens may have, such as 2160h for 90 days."),
				link,
			},
	),
	optionRule(
		"admin-token-lifetime-long",
		"CODER_MAX_ADMIN_TOKEN_LIFETIME",
		(option) =>
			above(intOf(option), yearNs) && {
				severity: "warning",
				title: t("Owners may make tokens that live longer than a year"),
				meaning: t("An owner's token may do everything, so a leak of one is worst."),
				advice: t("Set a short lifetime; the default is seven days."),
				link,
			},
	),
	optionRule(
		"default-token-lifetime-long",
		"CODER_DEFAULT_TOKEN_LIFETIME",
		(option) =>
			above(intOf(option), 90n * dayNs) && {
				severity: "warning",
				title: t("Tokens live longer than 90 days unless told otherwise"),
				meaning: t(
					"The command line and editors get such tokens, and keep them on people's machines.",
				),
				advice: t("Set a shorter default; Coder's own is seven days."),
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
					title: t("Tokens live longer by default than they may"),
					meaning: t(
						"The server checks the maximum only where a lifetime is asked for, so tokens made without one outlive it.",
					),
					advice: t("Lower the default token lifetime to the maximum or below."),
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
				meaning: t("A session that was left open somewhere stays good for that long."),
				advice: t("Set a shorter session duration; the default is a day."),
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
				title: t("Sessions that are used do not end"),
				meaning: t(
					"Each use moves the end of a session ahead, however long ago somebody signed in.",
				),
				advice: t(
					"Disable the refresh of session expiry where people have to sign in anew from time to time.",
				),
				link,
			},
	),
];
