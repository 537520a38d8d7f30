import { t } from "../base/l10n.ts";
import type { OutlineNode } from "./node.ts";

/** The appearance of a number in the statistics. */
export type Look = Partial<OutlineNode> & { readonly label: string };

/** Returns how workspaces in a state are displayed; the name is Coder's. */
export function workspaceState(name: string): Look {
	switch (name) {
		case "pending":
			return {
				label: t("Pending"),
				icon: "watch",
				tooltip: [t("Workspaces whose build is waiting for a provisioner.")],
			};
		case "building":
			return {
				label: t("Building"),
				icon: "tools",
				tooltip: [t("Workspaces whose build is in progress.")],
			};
		case "running":
			return {
				label: t("Running"),
				icon: "vm-running",
				tooltip: [t("Workspaces that started successfully.")],
			};
		case "stopped":
			return {
				label: t("Stopped"),
				icon: "vm-outline",
				tooltip: [t("Workspaces that stopped successfully.")],
			};
		case "failed":
			return {
				label: t("Failed"),
				icon: "error",
				tooltip: [t("Workspaces whose last build failed.")],
			};
		default:
			return { label: name, icon: "symbol-number" };
	}
}

/** Returns how sessions of an app are displayed; the name is Coder's. */
export function sessionApp(name: string): Look {
	switch (name) {
		case "vscode":
			return {
				label: "VS Code",
				icon: "vscode",
				tooltip: [t("Editors connected through Coder Remote.")],
			};
		case "jetbrains":
			return { label: "JetBrains", icon: "code" };
		case "ssh":
			return { label: "SSH", icon: "terminal" };
		case "reconnecting_pty":
			return { label: t("Web terminal"), icon: "terminal-bash" };
		default:
			return { label: name, icon: "symbol-number" };
	}
}
