import { commandIds } from "../commands/commandIds.ts";
import { formatAge, formatLongest } from "../base/format.ts";
import { currentLocale, t } from "../base/l10n.ts";
import { endpointIds } from "../coder/endpoints.ts";
import { shortVersion } from "../coder/updateState.ts";
import { endedSession } from "../deployments/condition.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { tokenEndsSoon } from "../deployments/tokenEnd.ts";
import type { DeploymentProblem } from "../deployments/deploymentProblem.ts";
import { failureCommand } from "./failureCommand.ts";
import type { Need } from "../deployments/attention.ts";
import { valueRow, type OutlineCommand, type OutlineNode } from "./node.ts";
import { failureFacts } from "./section.ts";
import { sshPattern } from "./ssh.ts";
import { updateLook } from "./update.ts";

/** Returns a row about a problem that affects the whole deployment. Selecting it runs the command that helps. */
export function problemRow(
	id: string,
	parent: string,
	{ words, icon, failure }: DeploymentProblem,
): OutlineNode {
	const { message, advice, requestId } = failure;
	const command = failureCommand(failure, parent, endpointIds);
	const label = sentenceCase(words);
	return {
		id: `${id}/problem`,
		label,
		description: message,
		icon,
		tone: "warning",
		tooltip: [...failureFacts(failure), t("Select this row to run “{0}”.", command.title)],
		spoken: `${label}. ${message} ${advice} ${command.title}`,
		copy: [message, advice, requestId].filter(Boolean).join(" "),
		command,
	};
}

/** Returns a row about something that needs attention. Selecting it shows the section with details. */
export function needRow(
	id: string,
	parent: string,
	{ section, words, short, detail, severe }: Need,
): OutlineNode {
	return {
		id: `${id}/${section}`,
		label: sentenceCase(short ?? words),
		...(detail === undefined ? {} : { description: detail }),
		...(short === undefined ? {} : { spoken: sentenceCase(words) }),
		icon: severe ? "error" : "warning",
		tone: severe ? "bad" : "warning",
		tooltip: [t("Select this row to run “{0}”.", t("Show Details"))],
		command: reveal(parent, section),
	};
}

/** Returns a row with the version, and whether it is up to date. */
export function versionRow(
	id: string,
	parent: string,
	snapshot: Snapshot,
	needs: readonly Need[],
): OutlineNode[] {
	const version = snapshot.buildInfo.value?.version;
	if (version === undefined) return [];
	const { icon, tone, sentence } = updateLook(snapshot);
	const isQuiet = tone === "warning" && !needs.some(({ section }) => section === "update");
	const isKnown = snapshot.updateCheck.value !== undefined;
	return [
		valueRow(id, "version", shortVersion(version), isKnown ? sentence : "", {
			icon: isKnown ? icon : "tag",
			...(isKnown ? { tone: isQuiet ? "muted" : tone } : {}),
			copy: version,
			tooltip: [t("Version: {0}", version)],
			spoken: [t("Version: {0}", version), ...(isKnown ? [sentence] : [])].join(". "),
			command: reveal(parent, "update"),
		}),
	];
}

/** Returns a row with the host names of workspaces in SSH. */
export function sshRow(id: string, parent: string, { deploymentSsh }: Snapshot): OutlineNode[] {
	const pattern = deploymentSsh.value && sshPattern(deploymentSsh.value);
	if (!pattern) return [];
	return [
		valueRow(id, "ssh", t("Hosts"), pattern, {
			icon: "terminal",
			tooltip: [t("The SSH host names of workspaces.")],
			command: reveal(parent, "ssh"),
		}),
	];
}

/** Returns a row with the end of the session. */
export function sessionRow(
	id: string,
	parent: string,
	snapshot: Snapshot,
	now: number,
): OutlineNode[] {
	const expiresAt = snapshot.apiKey.value?.expiresAt;
	if (expiresAt === undefined || endedSession(snapshot)) return [];
	const label = t("Token");
	const left = timeLeft(expiresAt, now);
	return [
		{
			id: `${id}/session`,
			label,
			icon: "key",
			description: left,
			...(tokenEndsSoon(snapshot, now) === undefined ? {} : { tone: "warning" }),
			tooltip: [
				t("Your token expires {0}.", formatAge(expiresAt, now)),
				t("The server can extend this each time the token is used."),
			],
			spoken: `${label}: ${left}`,
			command: reveal(parent, "session"),
		},
	];
}

/** Returns how long a token remains valid, in its largest unit: `7 days left`. Both times in ms since the epoch. */
function timeLeft(expiresAt: number, now: number): string {
	return expiresAt <= now ? t("expired") : t("{0} left", formatLongest(expiresAt - now));
}

function reveal(parent: string, section: string): OutlineCommand {
	return {
		id: commandIds.revealSection,
		title: t("Show Details"),
		arguments: [parent, section],
	};
}

function sentenceCase(words: string): string {
	return words.charAt(0).toLocaleUpperCase(currentLocale()) + words.slice(1);
}
