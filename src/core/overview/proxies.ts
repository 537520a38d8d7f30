import { proxyRow, type Proxy } from "./proxyRow.ts";
import { formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { Region } from "../coder/infrastructureModel.ts";
import type { WorkspaceProxy } from "../coder/healthModel.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { shownReport } from "../health/health.ts";
import { shownValue } from "../deployments/shownValue.ts";
import { groupRows, isOutdated, type InfrastructureGroup } from "./infrastructureGroup.ts";

/** Returns the regions through which workspaces can be reached, in addition to the primary one. */
export function proxiesGroup(parent: string, snapshot: Snapshot): InfrastructureGroup | undefined {
	const regions = shownValue(snapshot.regions);
	if (!regions) return undefined;
	const proxies = join(regions, shownReport(snapshot)?.proxies ?? []);
	const id = `${parent}/proxies`;
	const label = t("Workspace Proxies");
	if (proxies.length === 0) {
		const row = { id, label, description: t("None"), icon: "globe", tone: "muted" } as const;
		return { row };
	}
	const own = snapshot.buildInfo.value?.version;
	const bad = proxies.filter(({ healthy }) => !healthy).length;
	const outdated = proxies.filter(
		({ healthy, known }) => healthy && isOutdated(known?.version, own),
	).length;
	const trouble =
		bad > 0
			? t("{0} of {1} unhealthy", formatCount(bad), formatCount(proxies.length))
			: outdated > 0
				? t("{0} outdated", formatCount(outdated))
				: undefined;
	return {
		row: {
			id,
			label,
			description: trouble ?? t("{0}, all healthy", formatCount(proxies.length)),
			icon: trouble === undefined ? "globe" : "warning",
			...(trouble === undefined ? {} : { tone: "warning" as const, expanded: true }),
			tooltip: [t("Regions through which users can reach their workspaces.")],
			children: groupRows(
				id,
				proxies.map((proxy) => proxyRow(id, proxy, own)),
			),
		},
		...(trouble === undefined ? {} : { trouble: troubleWords(bad, outdated, proxies.length) }),
	};
}

function troubleWords(bad: number, outdated: number, all: number): string {
	if (bad > 0) return t("{0} of {1} proxies unhealthy", formatCount(bad), formatCount(all));
	return outdated === 1 ? t("1 outdated proxy") : t("{0} outdated proxies", formatCount(outdated));
}

/** Regions don't include proxies that only relay. */
function join(regions: readonly Region[], known: readonly WorkspaceProxy[]): Proxy[] {
	const byId = new Map(known.map((proxy) => [proxy.id, proxy]));
	// The primary region comes first and has this name.
	const others = regions.filter(({ name }) => name !== "primary");
	const seen = new Set(others.map(({ id }) => id));
	return [
		...others.map(({ id, name, displayName, healthy, url }): Proxy => {
			const proxy = byId.get(id);
			return {
				id,
				label: displayName ?? name,
				healthy: proxy?.healthy ?? healthy,
				...(url === undefined ? {} : { url }),
				...(proxy ? { known: proxy } : {}),
			};
		}),
		...known
			.filter(({ id }) => !seen.has(id))
			.map((proxy) => ({
				id: proxy.id,
				label: proxy.displayName ?? proxy.name,
				healthy: proxy.healthy,
				known: proxy,
			})),
	];
}
