import { t } from "../../base/l10n.ts";
import { pages } from "../../coder/docs.ts";
import { textOf } from "../facts.ts";
import { isHttpElsewhere } from "../addresses.ts";
import { mootIf, optionRule, whenOn, type Rule } from "../rule.ts";
import { isLoopback } from "../../base/url.ts";

/**
 * Returns the IDs of an option that has had two names since v2.17, the older one deprecated, and only the older one
 * before.
 */
const email = (rest: string) =>
	[`CODER_EMAIL_${rest}`, `CODER_NOTIFICATIONS_EMAIL_${rest}`] as const;

/** Splits a mail server's address into host, with the brackets of IPv6, and port. Port 465 uses TLS from the start. */
const hostAndPort = (smarthost: string) => /^(.*):(\d+)$/.exec(smarthost)?.slice(1) ?? [];

/** Rules about messages that the server sends to users, by email and to a webhook. */
export const emailRules: readonly Rule[] = [
	optionRule(
		"email-tls-not-verified",
		email("TLS_SKIPVERIFY"),
		whenOn((facts) =>
			mootIf(
				textOf(facts.option(...email("SMARTHOST"))) === "",
				t("It has no effect at the moment because no mail server is configured."),
				{
					severity: "high",
					title: t("The mail server's certificate isn't verified"),
					meaning: t(
						"An attacker between Coder and the mail server can impersonate it and read emails and the password.",
					),
					advice: t("Give Coder the mail server's CA file, and turn this off."),
					link: pages.notifications,
				},
			),
		),
	),
	optionRule("email-unencrypted", email("SMARTHOST"), (option, facts) => {
		const [host = "", port] = hostAndPort(textOf(option));
		const [startTls, forced] = [
			facts.option(...email("TLS_STARTTLS")),
			facts.option(...email("FORCE_TLS")),
		];
		return (
			host !== "" &&
			!isLoopback(host) &&
			port !== "465" &&
			startTls?.value === false &&
			forced?.value === false && {
				also: [startTls, forced],
				severity: "warning",
				title: t("Email is sent unencrypted"),
				meaning: t(
					"Neither StartTLS nor TLS is on, so email and the mail server's password, if set, are sent unencrypted.",
				),
				advice: t("Turn on StartTLS, or force TLS if the mail server expects it."),
				link: pages.notifications,
			}
		);
	}),
	optionRule(
		"webhook-http",
		"CODER_NOTIFICATIONS_WEBHOOK_ENDPOINT",
		(option, facts) =>
			isHttpElsewhere(textOf(option)) &&
			mootIf(
				facts.text("CODER_NOTIFICATIONS_METHOD") !== "webhook",
				t("It applies only to users who chose the webhook, because it isn't the default method."),
				{
					severity: "warning",
					title: t("Notifications are sent to a webhook unencrypted"),
					meaning: t("Names of users and workspaces are sent unencrypted."),
					advice: t("Use an HTTPS endpoint."),
					link: pages.notifications,
				},
			),
	),
];
