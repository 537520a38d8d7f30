import { t } from "../base/l10n.ts";
import type { SshConfig } from "../coder/model.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { valueRow, type OutlineNode } from "./node.ts";
import { section } from "./section.ts";

/** Returns the section that shows what `coder config-ssh` writes for this deployment. */
export function sshSection(parent: string, snapshot: Snapshot): OutlineNode {
	const ssh = snapshot.deploymentSsh.value;
	return section({
		parent,
		name: "ssh",
		label: t("SSH"),
		icon: "terminal",
		snapshot,
		from: ["deploymentSsh"],
		...(ssh ? { description: sshPattern(ssh) } : {}),
		tooltip: [t("The workspaces' SSH host names and the SSH options that the deployment adds.")],
		rows: (id) => (ssh ? rows(id, ssh) : []),
	});
}

/** Returns the pattern of the deployment's workspace host names; empty if the server doesn't report it. */
export function sshPattern(ssh: SshConfig): string {
	if (ssh.hostnameSuffix) return `*.${ssh.hostnameSuffix}`;
	return ssh.hostnamePrefix ? `${ssh.hostnamePrefix}*` : "";
}

function rows(id: string, ssh: SshConfig): OutlineNode[] {
	return [
		valueRow(id, "prefix", t("Host name prefix"), ssh.hostnamePrefix || t("None"), {
			icon: "symbol-string",
			tooltip: [t("Deprecated since v2.22. Use the suffix instead.")],
		}),
		...(ssh.hostnameSuffix === undefined
			? []
			: [
					valueRow(id, "suffix", t("Host name suffix"), ssh.hostnameSuffix || t("None"), {
						icon: "symbol-string",
					}),
				]),
		...ssh.options.map(([name, value]) =>
			valueRow(id, `option/${name}`, name, value, {
				icon: "symbol-property",
				copy: `${name} ${value}`,
			}),
		),
		...(ssh.options.length === 0
			? [
					{
						id: `${id}/no-options`,
						label: t("No SSH options"),
						icon: "circle-outline",
						tone: "muted",
					} as const,
				]
			: []),
	];
}
