import { t } from "../base/l10n.ts";

/** The program that reads or sets a variable that isn't a server option. */
export interface OtherKind {
	/** Returns a sentence that describes it. */
	readonly description: () => string;
	/** The page in Coder's documentation; empty for its start page. */
	readonly page: string;
}

/** By the word used in `otherTable.ts` and `elsewhere.ts`. */
export const otherKinds = {
	cli: { description: () => t("Read by the Coder CLI."), page: "reference/cli" },
	admin: {
		description: () => t("Read by administrative commands of the Coder CLI."),
		page: "reference/cli/server",
	},
	server: { description: () => t("Read by the Coder server."), page: "reference/cli/server" },
	agent: {
		description: () => t("Read by a workspace agent, or set by it in the workspace."),
		page: "admin/templates/extending-templates",
	},
	workspace: {
		description: () => t("Set by Coder during a Terraform workspace build, or in the workspace."),
		page: "admin/templates/extending-templates",
	},
	provisioner: {
		description: () => t("Read by external provisioners."),
		page: "admin/provisioners",
	},
	proxy: {
		description: () => t("Read by workspace proxies and exit nodes."),
		page: "admin/networking/workspace-proxies",
	},
	gateway: {
		description: () => t("Read by a standalone AI Gateway."),
		page: "ai-coder/ai-gateway/standalone",
	},
	standalone: {
		description: () =>
			t("Also read by standalone provisioners, workspace proxies, or AI Gateways."),
		page: "reference/cli",
	},
	network: {
		description: () => t("Read by the networking code of the Coder server, agents, and the CLI."),
		page: "admin/networking",
	},
	tool: { description: () => t("Read by a tool in Coder's source repository."), page: "" },
	envbox: {
		description: () => t("Read by envbox, which runs workspaces inside containers."),
		page: "admin/templates/extending-templates/docker-in-workspaces",
	},
	compose: {
		description: () => t("Selects the image in Coder's Docker Compose file."),
		page: "install/docker",
	},
} as const satisfies Readonly<Record<string, OtherKind>>;

export type OtherKindId = keyof typeof otherKinds;
