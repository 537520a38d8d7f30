import { t } from "../base/l10n.ts";
import { releaseUrl } from "../coder/links.ts";
import { buildKind, shortVersion } from "../coder/updateState.ts";
import { commandIds } from "../commands/commandIds.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { stateOf } from "../deployments/slot.ts";
import type { VersionChange } from "../history/versionChange.ts";
import type { ChangeSource, ObservedChange } from "./observedChange.ts";
import type { NotificationButton, NotificationKind } from "./notification.ts";
import type { ServerVersions, Upgrade } from "./serverVersions.ts";
import { updateSetting } from "./updateAvailable.ts";

/**
 * How long, in ms, to wait for the changes to be recorded after the responses arrived. Then the upgrade is reported
 * without them.
 */
const patienceMs = 15_000;

/** Notifies of another version of the server, including what it changed if that is known. */
export function serverUpgraded(versions: ServerVersions, source: ChangeSource): NotificationKind {
	/** Since when this window has known of an upgrade, in ms since the epoch, by deployment. */
	const known = new WeakMap<Deployment, { readonly subject: string; readonly since: number }>();
	return {
		id: "serverUpgraded",
		setting: updateSetting,
		reads: [],
		// The next version replaces it, and the same upgrade can happen again after a downgrade.
		overAfterMs: 0,
		find: async ({ deployment, now }) => {
			const upgrade = versions.lastUpgrade(deployment);
			if (!upgrade) return deployment.server.versions.length > 0 ? [] : undefined;
			const subject = `${upgrade.from} → ${upgrade.to}`;
			const before = known.get(deployment);
			if (before?.subject !== subject) known.set(deployment, { subject, since: now });
			const since = before?.subject === subject ? before.since : now;
			const event = eventOf(upgrade, await source(deployment));
			if (!event && now - since < patienceMs && willReport(deployment, upgrade)) return undefined;
			const { version } = event ?? {};
			return [
				{
					subject,
					words: shortVersion(upgrade.to),
					sentence: (name) => sentenceOf(name, upgrade, version),
					...(event?.event !== undefined && {
						place: { command: commandIds.compareConfiguration, argument: event.event },
					}),
				},
			];
		},
		sentence: (name, [{ words, sentence }]) => sentence?.(name) ?? words,
		buttons: ({ place }, { deployment }): NotificationButton[] => {
			const { to = "" } = versions.lastUpgrade(deployment) ?? {};
			if (stateOf(deployment.snapshot.deploymentConfig) !== "forbidden") {
				const action = place ?? { command: commandIds.compareConfiguration };
				return [{ title: t("Show Changes"), action }];
			}
			return buildKind(to) === "release"
				? [{ title: t("Release Notes"), action: { url: releaseUrl(to) } }]
				: [];
		},
	};
}

function eventOf({ from, to }: Upgrade, seen: readonly ObservedChange[] | undefined) {
	return seen?.find(({ version }) => version?.from === from && version.to === to);
}

/** Whether the responses that show what the upgrade changed are pending, or have arrived and are being compared. */
function willReport({ snapshot }: Deployment, { to }: Upgrade): boolean {
	const { buildInfo, deploymentConfig: config } = snapshot;
	const isRead = config.servedBy === to && stateOf(config) === "ready";
	return buildInfo.servedBy !== to || buildInfo.loading || config.loading || isRead;
}

function sentenceOf(
	name: string,
	{ from, to, kind }: Upgrade,
	changes: VersionChange | undefined,
): string {
	const [before, after] = [shortVersion(from), shortVersion(to)];
	switch (kind) {
		case "upgraded":
			return changes
				? t("{0} {1} → {2}: {3}.", name, before, after, changeWords(changes))
				: t("{0} was upgraded from {1} to {2}.", name, before, after);
		case "downgraded":
			return t("{0} was downgraded from {1} to {2}.", name, before, after);
		case "rebuilt":
			return t(
				"{0} runs a different build of the same version: {2} instead of {1}.",
				name,
				from,
				to,
			);
	}
}

function changeWords({ changed, deprecated }: VersionChange): string {
	const first =
		changed === 0
			? t("no option changed")
			: changed === 1
				? t("1 option changed")
				: t("{0} options changed", changed);
	return deprecated === 0 ? first : t("{0}, {1} now deprecated", first, deprecated);
}
