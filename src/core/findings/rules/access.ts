import { t } from "../../base/l10n.ts";
import { isLoopback } from "../../base/url.ts";
import { pages } from "../../coder/docs.ts";
import { textOf } from "../facts.ts";
import { isHttpElsewhere } from "../network.ts";
import { optionRule, whenOn, type Rule } from "../rule.ts";

const accessUrl = "CODER_ACCESS_URL";
const wildcard = "CODER_WILDCARD_ACCESS_URL";

/** How people and workspaces reach the deployment and its apps. */
export const accessRules: readonly Rule[] = [
	optionRule(
		"access-url-http",
		accessUrl,
		(option) =>
			isHttpElsewhere(textOf(option)) && {
				severity: "high",
				title: t("The access URL is http"),
				meaning: t(
					"Passwords, session tokens and what people type cross the network unencrypted; who listens on the way can read them.",
				),
				advice: t("Serve Coder by TLS, itself or behind a proxy, and set an https access URL."),
				link: pages.security,
			},
	),
	optionRule(
		"access-url-loopback",
		accessUrl,
		(_option, { accessUrl: url }) =>
			url !== undefined &&
			isLoopback(url.hostname) && {
				severity: "warning",
				title: t("The access URL is only good on the server itself"),
				meaning: t(
					"Workspaces and other people's browsers connect to the access URL. From another machine this one does not lead to Coder.",
				),
				advice: t("Set the URL by which everybody reaches the server."),
				link: pages.setup,
			},
	),
	optionRule(
		"access-url-tunnel",
		accessUrl,
		(_option, { accessUrl: url }) =>
			url?.hostname.endsWith(".try.coder.app") && {
				severity: "info",
				title: t("The deployment is reached through Coder's tunnel"),
				meaning: t(
					"Without an access URL the server opens a tunnel through machines of Coder. It is meant for trying Coder out.",
				),
				advice: t("Set an access URL of your own before people depend on it."),
				link: pages.setup,
			},
	),
	optionRule(
		"wildcard-url-missing",
		wildcard,
		(option) =>
			textOf(option) === "" && {
				severity: "info",
				title: t("There is no wildcard access URL"),
				meaning: t(
					"Apps are served under the dashboard's own address instead of subdomains. Ports cannot be forwarded in the dashboard, and many web apps do not work.",
				),
				advice: t(
					"Point a wildcard DNS record at the server and set it, such as *.coder.example.com.",
				),
				link: pages.wildcard,
			},
	),
	optionRule(
		"path-apps-on",
		"CODER_DISABLE_PATH_APPS",
		(option, facts) =>
			option.value === false &&
			facts.text(wildcard) !== "" && {
				also: [facts.option(wildcard)],
				severity: "warning",
				title: t("Path-based apps are on beside a wildcard access URL"),
				meaning: t(
					"Apps under the dashboard's own address can call the API as the person who opens them. With subdomains in place they are hardly needed.",
				),
				advice: t("Move apps that are not on subdomains yet, then disable path-based apps."),
				link: pages.pathApps,
			},
	),
	optionRule(
		"owner-workspace-access",
		"CODER_DISABLE_OWNER_WORKSPACE_ACCESS",
		(option) =>
			option.value === false && {
				severity: "info",
				title: t("Owners can enter every workspace"),
				meaning: t(
					"Whoever has the owner role may open a terminal, SSH and apps in the workspaces of other people.",
				),
				advice: t(
					"Disable owner workspace access where administrators should not see people's work.",
				),
			},
	),
	optionRule(
		"workspace-renames",
		"CODER_ALLOW_WORKSPACE_RENAMES",
		whenOn(() => ({
			severity: "warning",
			title: t("Workspaces may be renamed"),
			meaning: t(
				"Terraform may destroy and recreate what is named after a workspace, disks with people's data among it.",
			),
			advice: t("Switch it off, unless no template uses the workspace's name in what it creates."),
		})),
	),
];
