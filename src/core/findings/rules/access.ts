import { t } from "../../base/l10n.ts";
import { isLoopback } from "../../base/url.ts";
import { pages } from "../../coder/docs.ts";
import { textOf } from "../facts.ts";
import { isHttpElsewhere } from "../addresses.ts";
import { optionRule, whenOn, type Rule } from "../rule.ts";

const accessUrl = "CODER_ACCESS_URL";
const wildcard = "CODER_WILDCARD_ACCESS_URL";

/** Rules about how users and workspaces reach the deployment and its apps. */
export const accessRules: readonly Rule[] = [
	optionRule(
		"access-url-http",
		accessUrl,
		(option) =>
			isHttpElsewhere(textOf(option)) && {
				severity: "high",
				title: t("The access URL uses HTTP"),
				meaning: t(
					"Passwords, session tokens, and everything users type are sent unencrypted, so anyone on the network can read them.",
				),
				advice: t("Serve Coder over TLS, directly or behind a proxy, and set an HTTPS access URL."),
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
				title: t("The access URL works only on the server itself"),
				meaning: t(
					"Workspaces and other users' browsers connect to the access URL, but other machines can't reach Coder at this one.",
				),
				advice: t("Set a URL that all users and workspaces can reach."),
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
					"Without an access URL, the server opens a tunnel through Coder's machines, which is meant for trying out Coder.",
				),
				advice: t("Set an access URL of your own before users depend on it."),
				link: pages.setup,
			},
	),
	optionRule(
		"wildcard-url-missing",
		wildcard,
		(option) =>
			textOf(option) === "" && {
				severity: "info",
				title: t("No wildcard access URL is set"),
				meaning: t(
					"Apps are served from the dashboard's own address instead of subdomains. Ports can't be forwarded in the dashboard, and many web apps don't work.",
				),
				advice: t(
					"Point a wildcard DNS record to the server and set a wildcard access URL, such as *.coder.example.com.",
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
				title: t("Path-based apps are on alongside a wildcard access URL"),
				meaning: t(
					"Apps served from the dashboard's own address can call the API as the user who opens them. With subdomains in place, path-based apps are rarely needed.",
				),
				advice: t("Move the remaining apps to subdomains, and then disable path-based apps."),
				link: pages.pathApps,
			},
	),
	optionRule(
		"owner-workspace-access",
		"CODER_DISABLE_OWNER_WORKSPACE_ACCESS",
		(option) =>
			option.value === false && {
				severity: "info",
				title: t("Owners can access every workspace"),
				meaning: t(
					"Anyone with the owner role can open terminals, SSH connections, and apps in other users' workspaces.",
				),
				advice: t("Disable owner workspace access if administrators shouldn't see users' work."),
			},
	),
	optionRule(
		"workspace-renames",
		"CODER_ALLOW_WORKSPACE_RENAMES",
		whenOn(() => ({
			severity: "warning",
			title: t("Workspaces can be renamed"),
			meaning: t(
				"Terraform might destroy and recreate resources named after a workspace, including disks with users' data.",
			),
			advice: t(
				"Turn this off, unless no template uses the workspace name in the resources it creates.",
			),
		})),
	),
];
