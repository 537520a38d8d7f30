import { t } from "../base/l10n.ts";
import type { BuildInfo } from "../coder/model.ts";
import { releaseUrl } from "../coder/links.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { buildKind, shortVersion } from "../coder/updateState.ts";
import { isWebUrl } from "../base/url.ts";
import { valueRow, type OutlineNode } from "./node.ts";
import { section } from "./section.ts";

/** Returns the section about the server's version and origin. */
export function buildSection(parent: string, snapshot: Snapshot): OutlineNode {
	const build = snapshot.buildInfo.value;
	return section({
		parent,
		name: "build",
		label: t("Build"),
		icon: "package",
		snapshot,
		from: ["buildInfo"],
		...(build ? { description: shortVersion(build.version) } : {}),
		tooltip: [t("The Coder server's version and API versions.")],
		rows: (id) => (build ? rows(id, build) : []),
	});
}

function rows(id: string, build: BuildInfo): OutlineNode[] {
	const kind = buildKind(build.version);
	const optional = (
		name: string,
		label: string,
		icon: string,
		value: string | undefined,
		tooltip: string,
	) => (value ? [valueRow(id, name, label, value, { icon, tooltip: [tooltip] })] : []);
	return [
		valueRow(id, "version", t("Version"), build.version, {
			icon: kind === "release" ? "tag" : "git-branch",
			...(kind === "release" ? { url: releaseUrl(build.version) } : {}),
			tooltip: [versionKind(kind)],
		}),
		...(kind === "release"
			? []
			: [
					valueRow(id, "kind", t("Build type"), versionKind(kind), {
						icon: "git-branch",
						tone: "warning",
					}),
				]),
		...sourceRow(id, build.externalUrl),
		...optional(
			"deployment-id",
			t("Deployment ID"),
			"symbol-key",
			build.deploymentId,
			t("Identifies this deployment as long as its database exists, whatever its URL."),
		),
		...dashboardRow(id, build.dashboardUrl),
		...optional(
			"agent-api",
			t("Agent API version"),
			"plug",
			build.agentApiVersion,
			t("The protocol between the server and workspace agents."),
		),
		...optional(
			"provisioner-api",
			t("Provisioner API version"),
			"tools",
			build.provisionerApiVersion,
			t("The protocol between the server and its provisioner daemons."),
		),
		...(build.telemetry === undefined
			? []
			: [
					valueRow(id, "telemetry", t("Telemetry"), build.telemetry ? t("On") : t("Off"), {
						icon: "broadcast",
						tooltip: [t("Whether this server reports usage data to Coder.")],
					}),
				]),
		valueRow(
			id,
			"workspace-proxy",
			t("Workspace proxy"),
			build.workspaceProxy ? t("Yes") : t("No"),
			{
				icon: "globe",
				tooltip: [t("Whether a workspace proxy responded instead of the deployment itself.")],
			},
		),
		valueRow(id, "upgrade-message", t("Upgrade message"), build.upgradeMessage || t("Not set"), {
			icon: "comment",
			tooltip: [
				t("The message that administrators show to users whose CLI doesn't match the server."),
			],
		}),
	];
}

/**
 * Returns the row of the source code. Its URL is `…/commit/<sha>`, or that of the repository if the commit is unknown.
 */
function sourceRow(parent: string, url: string | undefined): OutlineNode[] {
	if (!url) return [];
	const commit = /\/commit\/([0-9a-f]{7})[0-9a-f]*$/.exec(url)?.[1];
	return [
		valueRow(parent, "source", t("Source"), commit ? t("commit {0}", commit) : url, {
			icon: "git-commit",
			copy: url,
			tooltip: [t("The commit that this build was made from."), url],
			...(isWebUrl(url) ? { url } : {}),
		}),
	];
}

function dashboardRow(parent: string, url: string | undefined): OutlineNode[] {
	if (!url) return [];
	return [
		valueRow(parent, "dashboard", t("Dashboard URL"), url, {
			icon: "link",
			tooltip: [
				t("The configured access URL. It can differ from the URL that you signed in with."),
			],
			...(isWebUrl(url) ? { url } : {}),
		}),
	];
}

function versionKind(kind: ReturnType<typeof buildKind>): string {
	switch (kind) {
		case "release":
			return t("Release");
		case "candidate":
			return t("Release candidate");
		case "development":
			return t("Development build");
	}
}
