import { t } from "../../base/l10n.ts";
import { pages } from "../../coder/docs.ts";
import { textOf } from "../facts.ts";
import { isHttpElsewhere } from "../network.ts";
import { mootIf, optionRule, whenOn, type Rule } from "../rule.ts";
import { isLoopback } from "../../base/url.ts";

/** The options have two names since v2.17, the older one deprecated, and the older name only before. */
const email = (rest: string) =>
	[`CODER_EMAIL_${rest}`, `CODER_NOTIFICATIONS_EMAIL_${rest}`] as const;

/** The mail server and its port; port 465 speaks TLS from the start. */
const hostAndPort = (smarthost: string) => /^\[?(.*?)\]?:(\d+)$/.exec(smarthost)?.slice(1) ?? [];

/** What the server sends to people: by mail and to a webhook. */
export const emailRules: readonly Rule[] = [
	optionRule(
		"email-tls-not-verified",
		email("TLS_SKIPVERIFY"),
		whenOn((facts) =>
			mootIf(
				textOf(facts.option(...email("SMARTHOST"))) === "",
				t("It has no effect now, because no mail server is configured."),
				{
					severity: "high",
					title: t("The mail server's certificate is not verified"),
					meaning: t(
						"Who gets between Coder and the mail server can pose as it, and read the mail and its password.",
					),
					advice: t("Give the mail server's CA to Coder as a file, and switch this off."),
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
				title: t("Mail is sent unencrypted"),
				meaning: t(
					"Neither StartTLS nor TLS is on, so mail, and the password for the mail server where one is set, cross the network in the clear.",
				),
				advice: t("Switch on StartTLS, or force TLS where the mail server expects it."),
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
				t("It is used only by people who chose the webhook, because it is not the default method."),
				{
					severity: "warning",
					title: t("Notifications go to a webhook unencrypted"),
					meaning: t("Names of people and workspaces cross the network in the clear."),
					advice: t("Use an https endpoint."),
					link: pages.notifications,
				},
			),
	),
];
