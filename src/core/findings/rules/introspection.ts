import { t } from "../../base/l10n.ts";
import { pages } from "../../coder/docs.ts";
import { dayNs, hourNs } from "../durations.ts";
import { intOf, listOf } from "../facts.ts";
import { listensEverywhere } from "../addresses.ts";
import { optionRule, whenOn, type Rule } from "../rule.ts";

const msNs = 1_000_000n;

/** Rules about what the server reveals about itself, reports to Coder, and monitors. */
export const introspectionRules: readonly Rule[] = [
	optionRule(
		"pprof-everywhere",
		"CODER_PPROF_ENABLE",
		(option, facts) =>
			option.value === true &&
			listensEverywhere(facts.text("CODER_PPROF_ADDRESS")) && {
				also: [facts.option("CODER_PPROF_ADDRESS")],
				severity: "high",
				title: t("pprof is reachable from any network"),
				meaning: t(
					"Anyone who can reach its port can read the server's memory, including secrets, and slow down the server. No password is required.",
				),
				advice: t("Turn off pprof, or bind it to 127.0.0.1."),
			},
	),
	optionRule(
		"pprof-on",
		"CODER_PPROF_ENABLE",
		(option, facts) =>
			option.value === true &&
			!listensEverywhere(facts.text("CODER_PPROF_ADDRESS")) && {
				also: [facts.option("CODER_PPROF_ADDRESS")],
				severity: "info",
				title: t("pprof is on"),
				meaning: t(
					"Anyone who can reach its port can read the server's memory without a password.",
				),
				advice: t("Turn this off when you're done profiling."),
			},
	),
	optionRule(
		"prometheus-everywhere",
		"CODER_PROMETHEUS_ENABLE",
		(option, facts) =>
			option.value === true &&
			listensEverywhere(facts.text("CODER_PROMETHEUS_ADDRESS")) && {
				also: [facts.option("CODER_PROMETHEUS_ADDRESS")],
				severity: "warning",
				title: t("Metrics are readable from any network"),
				meaning: t(
					"Anyone who can reach the port can read metrics without a password. They can include the names of users, templates, and workspaces.",
				),
				advice: t(
					"Use a firewall or a network policy to allow only Prometheus, or bind to an internal address.",
				),
				link: pages.prometheus,
			},
	),
	optionRule(
		"swagger-on",
		"CODER_SWAGGER_ENABLE",
		whenOn(() => ({
			severity: "info",
			title: t("The API documentation is served"),
			meaning: t("The pages under /swagger describe the API to anyone who can reach the server."),
			advice: t("Turn this off if no one needs it. Coder publishes the same pages."),
		})),
	),
	optionRule(
		"telemetry-on",
		"CODER_TELEMETRY_ENABLE",
		whenOn(() => ({
			severity: "info",
			title: t("Usage data is sent to Coder"),
			meaning: t("The server reports how it's used. Coder says that the data is anonymized."),
			advice: t("Turn off telemetry if your policies require it."),
			link: pages.telemetry,
		})),
	),
	optionRule(
		"update-check-off",
		"CODER_UPDATE_CHECK",
		(option, facts) =>
			option.value === false &&
			!facts.developmentBuild && {
				severity: "info",
				title: t("The server doesn't check for updates"),
				meaning: t("No one is notified when a release fixes a security issue."),
				advice: t("Turn on the update check, or follow Coder's releases in another way."),
			},
	),
	...["CODER_LOG_FILTER", "CODER_VERBOSE"].map((id) =>
		optionRule(
			"debug-logs",
			id,
			(option, facts) =>
				(option.value === true || listOf(option).includes(".*")) &&
				// One finding for both: if the filter lets everything through, it is the one to report.
				(id === "CODER_LOG_FILTER" || !facts.list("CODER_LOG_FILTER").includes(".*")) && {
					severity: "info",
					title: t("All debug logs are written"),
					meaning: t(
						"Logs grow fast and reveal more about users and requests than day-to-day operation requires.",
					),
					advice: t("Filter for what you need, and remove the filter when you're done."),
				},
		),
	),
	optionRule(
		"terraform-debug",
		"CODER_ENABLE_TERRAFORM_DEBUG_MODE",
		whenOn(() => ({
			severity: "info",
			title: t("Administrators can turn on Terraform debug output"),
			meaning: t("This output appears in build logs and might contain provider credentials."),
			advice: t("Turn this off when you're done debugging templates."),
		})),
	),
	optionRule(
		"authz-recordings",
		"CODER_ENABLE_AUTHZ_RECORDINGS",
		whenOn(({ developmentBuild }) => ({
			severity: developmentBuild ? "warning" : "info",
			title: t("Authorization checks are recorded"),
			meaning: developmentBuild
				? t(
						"Each API response lists the authorization checks made for it, readable by anyone who receives it.",
					)
				: t("It has an effect only in development builds, and this isn't one."),
			advice: t("Turn this off when you're done debugging."),
		})),
	),
	optionRule(
		"database-health-threshold-high",
		"CODER_HEALTH_CHECK_THRESHOLD_DATABASE",
		(option) =>
			(intOf(option) ?? 0n) >= 100n * msNs && {
				severity: "info",
				title: t("The health check tolerates a slow database"),
				meaning: t(
					"The database is reported unhealthy only above this median latency, which users notice much earlier. The default is 15 ms.",
				),
				advice: t("Lower the threshold, and investigate the connection to the database."),
				link: pages.health,
			},
	),
	optionRule(
		"health-check-rare",
		"CODER_HEALTH_CHECK_REFRESH",
		(option) =>
			(intOf(option) ?? 0n) > hourNs && {
				severity: "info",
				title: t("The health check runs rarely"),
				meaning: t("Its results can be more than an hour old. The default is ten minutes."),
				advice: t("Shorten the interval."),
				link: pages.health,
			},
	),
	optionRule("audit-logs-short", "CODER_AUDIT_LOGS_RETENTION", (option) => {
		const kept = intOf(option) ?? 0n;
		return (
			kept > 0n &&
			kept < 365n * dayNs && {
				severity: "warning",
				title: t("Audit logs are kept for less than a year"),
				meaning: t(
					"Older entries, which an investigation might need, are deleted. Coder recommends keeping them for at least a year.",
				),
				advice: t("Keep them longer, or copy them elsewhere before they're deleted."),
				link: pages.retention,
			}
		);
	}),
	optionRule("connection-logs-short", "CODER_CONNECTION_LOGS_RETENTION", (option) => {
		const kept = intOf(option) ?? 0n;
		return (
			kept > 0n &&
			kept < 30n * dayNs && {
				severity: "warning",
				title: t("Connection logs are kept for less than 30 days"),
				meaning: t("Older connections to workspaces can't be traced."),
				advice: t("Keep them for at least 30 days, preferably 90."),
				link: pages.retention,
			}
		);
	}),
];
