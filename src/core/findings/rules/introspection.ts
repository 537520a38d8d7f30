import { t } from "../../base/l10n.ts";
import { pages } from "../../coder/docs.ts";
import { dayNs, hourNs } from "../durations.ts";
import { intOf, listOf } from "../facts.ts";
import { listensEverywhere } from "../network.ts";
import { optionRule, whenOn, type Rule } from "../rule.ts";

const msNs = 1_000_000n;

/** What the server shows of itself, and to whom; what it tells Coder; what it keeps watch on. */
export const introspectionRules: readonly Rule[] = [
	optionRule(
		"pprof-everywhere",
		"CODER_PPROF_ENABLE",
		(option, facts) =>
			option.value === true &&
			listensEverywhere(facts.text("CODER_PPROF_ADDRESS")) && {
				also: [facts.option("CODER_PPROF_ADDRESS")],
				severity: "high",
				title: t("pprof can be reached from everywhere"),
				meaning: t(
					"Whoever reaches its port can read the server's memory, secrets among it, and slow the server down. It asks for no password.",
				),
				advice: t("Switch pprof off, or let it listen on 127.0.0.1."),
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
				meaning: t("Whoever reaches its port can read the server's memory without a password."),
				advice: t("Switch it off when you are done with profiling."),
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
				title: t("Metrics can be read from everywhere"),
				meaning: t(
					"Whoever reaches the port reads metrics without a password; they may name people, templates and workspaces.",
				),
				advice: t(
					"Let Prometheus alone reach the port, by a firewall or a network policy, or listen on an internal address.",
				),
				link: pages.prometheus,
			},
	),
	optionRule(
		"swagger-on",
		"CODER_SWAGGER_ENABLE",
		whenOn(() => ({
			severity: "info",
			title: t("The API's documentation is served"),
			meaning: t("The pages under /swagger describe the API to everybody who reaches the server."),
			advice: t("Switch it off where nobody needs it; Coder publishes the same pages."),
		})),
	),
	optionRule(
		"telemetry-on",
		"CODER_TELEMETRY_ENABLE",
		whenOn(() => ({
			severity: "info",
			title: t("Usage data is sent to Coder"),
			meaning: t("The server reports how it is used. Coder says that the data is anonymized."),
			advice: t("Switch telemetry off if your rules ask for it."),
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
				title: t("The server does not look for updates"),
				meaning: t("Nobody is told when a release fixes a security problem."),
				advice: t("Switch the update check on, or follow Coder's releases in another way."),
			},
	),
	...["CODER_LOG_FILTER", "CODER_VERBOSE"].map((id) =>
		optionRule(
			"debug-logs",
			id,
			(option, facts) =>
				(option.value === true || listOf(option).includes(".*")) &&
				// One finding for both: the filter speaks where it lets everything through.
				(id === "CODER_LOG_FILTER" || !facts.list("CODER_LOG_FILTER").includes(".*")) && {
					severity: "info",
					title: t("All debug logs are written"),
					meaning: t(
						"Logs grow fast, and say more about people and requests than is needed every day.",
					),
					advice: t("Filter for what you look for, and remove the filter when you are done."),
				},
		),
	),
	optionRule(
		"terraform-debug",
		"CODER_ENABLE_TERRAFORM_DEBUG_MODE",
		whenOn(() => ({
			severity: "info",
			title: t("Administrators may switch on Terraform's debug output"),
			meaning: t("Such output ends in build logs, and may hold credentials of providers."),
			advice: t("Switch it off when you are done with debugging templates."),
		})),
	),
	optionRule(
		"authz-recordings",
		"CODER_ENABLE_AUTHZ_RECORDINGS",
		whenOn(({ developmentBuild }) => ({
			severity: developmentBuild ? "warning" : "info",
			title: t("Authorization checks are recorded"),
			meaning: developmentBuild
				? t("Each answer of the API lists the checks that were made for it, for everybody to read.")
				: t("It has an effect in development builds only, and this is none."),
			advice: t("Switch it off when you are done with debugging."),
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
					"Only at this median latency the database counts as unhealthy; people notice earlier. The default is 15 ms.",
				),
				advice: t("Lower the threshold, and look into the connection to the database."),
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
				meaning: t("What it says may be older than an hour. The default is ten minutes."),
				advice: t("Lower the interval."),
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
					"Older entries are deleted, though they are what an investigation needs. Coder advises to keep them for a year at least.",
				),
				advice: t("Keep them longer, or copy them elsewhere before they are deleted."),
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
				meaning: t("Who connected to which workspace cannot be told for longer ago."),
				advice: t("Keep them for 30 days at least; 90 are better."),
				link: pages.retention,
			}
		);
	}),
];
