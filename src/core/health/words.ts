import { formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { HealthPartId, HealthSeverity } from "../coder/healthModel.ts";
import type { HealthLine } from "./health.ts";

/** Returns a part's name. */
export function partName(id: HealthPartId): string {
	switch (id) {
		case "accessUrl":
			return t("Access URL");
		case "database":
			return t("Database");
		case "websocket":
			return t("WebSocket");
		case "derp":
			return t("DERP");
		case "workspaceProxy":
			return t("Workspace Proxies");
		case "provisionerDaemons":
			return t("Provisioner Daemons");
	}
}

/** Describes what the check of a part does. */
export function partMeaning(id: HealthPartId): string {
	switch (id) {
		case "accessUrl":
			return t("Whether the server reaches itself through the access URL.");
		case "database":
			return t("Whether the database responds, and how fast.");
		case "websocket":
			return t("Whether the WebSocket connections that terminals and build logs require work.");
		case "derp":
			return t("Whether relays and STUN servers connect users to their workspaces.");
		case "workspaceProxy":
			return t("Whether the workspace proxies are up and match the server's version.");
		case "provisionerDaemons":
			return t("Whether the provisioner daemons that build workspaces are up.");
	}
}

/** Returns the label of a severity. */
export function severityWord(severity: HealthSeverity): string {
	switch (severity) {
		case "ok":
			return t("Healthy");
		case "warning":
			return t("Warning");
		case "error":
			return t("Error");
		case "unknown":
			return t("Unknown");
	}
}

/** Describes a part's problem in a few words. */
export function lineWords(line: HealthLine): string {
	const { fact, follows, messages, severity } = line;
	if (fact === "strangerAnswered") return t("Something other than Coder responds");
	if (fact === "allProxiesDown") return t("All workspace proxies are down");
	if (follows) return t("Fails because of the access URL");
	if (severity === "ok") return severityWord(severity);
	const [first] = messages;
	if (!first) return severityWord(severity);
	return explainCode(first.code)?.title ?? first.text;
}

/** Describes a part's problem, with the part's name unless the description already contains it. */
export function troubleWords(line: HealthLine): string {
	const words = lineWords(line);
	const code = line.messages[0]?.code;
	const isNamed =
		line.fact === "allProxiesDown" ||
		(line.fact === undefined && !line.follows && code !== "EUNKNOWN" && explainCode(code));
	return isNamed ? words : t("{0}: {1}", partName(line.id), words);
}

/** Describes a deployment's health in two words; `undefined` if everything was dismissed. */
export function healthWords(troubles: readonly HealthLine[]): string | undefined {
	const errors = troubles.filter(({ severity }) => severity === "error").length;
	const [count, total] = [formatCount(errors), formatCount(troubles.length)];
	if (errors === 1) return t("1 health error");
	if (errors > 1) return t("{0} health errors", count);
	if (troubles.length === 1) return t("1 health warning");
	return troubles.length === 0 ? undefined : t("{0} health warnings", total);
}

/** The explanation of a health check's code. */
export interface CodeWords {
	readonly title: string;
	readonly advice: string;
}

/** Explains a code, from Coder's server source, v2.5 to 2026-08; `undefined` for unknown codes. */
export function explainCode(code: string | undefined): CodeWords | undefined {
	switch (code) {
		case "EACS01":
			return {
				title: t("No access URL is set"),
				advice: t("Set CODER_ACCESS_URL to the URL at which everyone can reach the server."),
			};
		case "EACS02":
			return {
				title: t("The access URL can't be used"),
				advice: t("Check the spelling of CODER_ACCESS_URL."),
			};
		case "EACS03":
			return {
				title: t("The server can't reach its access URL"),
				advice: t("Check DNS, TLS, proxy, and firewall between the server and its access URL."),
			};
		case "EACS04":
			return {
				title: t("The access URL responds, but reports a problem"),
				advice: t("Check that the access URL and its reverse proxy lead to this server."),
			};
		case "EDB01":
			return {
				title: t("The database doesn't respond"),
				advice: t("Check the database and the network to it."),
			};
		case "EDB02":
			return {
				title: t("The database is slow"),
				advice: t("Check the load of the database and its distance from the server."),
			};
		case "EWS01":
			return {
				title: t("WebSocket connections fail"),
				advice: t("Configure reverse proxies and firewalls to pass the Upgrade header."),
			};
		case "EWS02":
		case "EWS03":
			return {
				title: t("WebSockets don't carry data"),
				advice: t("Check the network between the server and its access URL."),
			};
		case "EDERP01":
			return {
				title: t("Relays are reached only over WebSockets"),
				advice: t(
					"Configure reverse proxies to pass “Upgrade: DERP”, or accept slower connections.",
				),
			};
		case "EDERP02":
			return {
				title: t("One relay in a region is down"),
				advice: t("Check the relay named in the details."),
			};
		case "EDERP03":
			return {
				title: t("No relay is available"),
				advice: t(
					"Enable the built-in relay or add a DERP map. Without a relay, workspaces might be unreachable.",
				),
			};
		case "ESTUN01":
			return {
				title: t("No STUN server responds"),
				advice: t(
					"Choose STUN servers that the server can reach. Without one, connections use a relay.",
				),
			};
		case "ESTUN02":
			return {
				title: t("The server is behind a strict NAT"),
				advice: t("Direct connections might fail. Connections then use a relay."),
			};
		case "EWP01":
		case "EWP02":
			return {
				title: t("Workspace proxies couldn't be checked"),
				advice: t("Check the server's log."),
			};
		case "EWP03":
			return {
				title: t("A workspace proxy has a different version"),
				advice: t("Upgrade the proxy to the server's version."),
			};
		case "EWP04":
			return {
				title: t("A workspace proxy has problems"),
				advice: t("Check the proxy named in the details."),
			};
		case "EPD01":
			return {
				title: t("No provisioner daemon is running"),
				advice: t("Start one. Until then, workspaces can't be built."),
			};
		case "EPD02":
			return {
				title: t("A provisioner daemon has a different version"),
				advice: t("Upgrade the daemon to the server's version."),
			};
		case "EPD03":
			return {
				title: t("A provisioner daemon uses an old protocol"),
				advice: t("Upgrade the daemon to the server's version."),
			};
		case "EUNKNOWN":
			return {
				title: t("A check failed unexpectedly"),
				advice: t("Check the server's log."),
			};
		default:
			return undefined;
	}
}
