import { t } from "../base/l10n.ts";
import type { WorkspaceProxy } from "../coder/healthModel.ts";
import { isOutdated } from "./infrastructureGroup.ts";
import type { OutlineNode } from "./node.ts";

/** A proxy, merged from both responses. Only the health report has versions and reasons. */
export interface Proxy {
	readonly id: string;
	readonly label: string;
	readonly healthy: boolean;
	readonly url?: string;
	readonly known?: WorkspaceProxy;
}

/** Returns the row of a proxy. @param own the server's version, which the proxy's should match */
export function proxyRow(parent: string, proxy: Proxy, own: string | undefined): OutlineNode {
	const { id, label, healthy, url, known } = proxy;
	const outdated = isOutdated(known?.version, own);
	const state = healthy ? t("Healthy") : statusWords(known?.status);
	const words = [state, ...(outdated && known?.version ? [known.version] : [])].join(" · ");
	const problems = known?.problems ?? [];
	return {
		id: `${parent}/${id}`,
		label,
		description: words,
		icon: healthy && !outdated ? "pass" : "warning",
		tone: healthy && !outdated ? "good" : "warning",
		tooltip: [
			...(url === undefined ? [] : [url]),
			...(outdated ? [t("Its version doesn't match the server's: {0}.", own ?? "")] : []),
			...problems.slice(0, 5),
		],
		...(known?.checkedAt === undefined ? {} : { at: known.checkedAt }),
		spoken: [`${label}: ${words}.`, problems[0]].filter(Boolean).join(" "),
		copy: [label, words, url, ...problems].filter(Boolean).join("\n"),
	};
}

/** Describes a status. Unregistered proxies have never started. Unknown statuses are shown under the server's name. */
function statusWords(status: string | undefined): string {
	switch (status) {
		case "unreachable":
			return t("Unreachable");
		case "unregistered":
			return t("Never started");
		case undefined:
		case "ok":
		case "unhealthy":
			return t("Unhealthy");
		default:
			return status;
	}
}
