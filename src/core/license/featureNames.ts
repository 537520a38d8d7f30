import { t } from "../base/l10n.ts";

/** Returns a feature's name. For features that this version doesn't know, returns Coder's name. */
export function featureName(name: string): string {
	switch (name) {
		case "user_limit":
			return t("Users");
		case "managed_agent_limit":
			return t("Managed agents");
		case "ai_governance_user_limit":
			return t("AI seats");
		case "agent_runtime_hours":
			return t("Agent hours");
		case "access_control":
			return t("Access control");
		case "advanced_template_scheduling":
			return t("Advanced template scheduling");
		case "aibridge":
			return t("AI Gateway");
		case "appearance":
			return t("Appearance");
		case "audit_log":
			return t("Audit log");
		case "boundary":
			return t("Agent firewall");
		case "browser_only":
			return t("Browser only");
		case "connection_log":
			return t("Connection log");
		case "control_shared_ports":
			return t("Control of shared ports");
		case "custom_roles":
			return t("Custom roles");
		case "external_provisioner_daemons":
			return t("External provisioner daemons");
		case "external_token_encryption":
			return t("Encryption of external tokens");
		case "high_availability":
			return t("High availability");
		case "multiple_external_auth":
			return t("Multiple external auth providers");
		case "multiple_organizations":
			return t("Multiple organizations");
		case "scim":
			return t("SCIM");
		case "service_accounts":
			return t("Service accounts");
		case "task_batch_actions":
			return t("Batch actions on tasks");
		case "template_rbac":
			return t("Template permissions");
		case "user_role_management":
			return t("User role management");
		case "workspace_batch_actions":
			return t("Batch actions on workspaces");
		case "workspace_external_agent":
			return t("External workspace agents");
		case "workspace_prebuilds":
			return t("Prebuilt workspaces");
		case "workspace_proxy":
			return t("Workspace proxies");
		default:
			return name;
	}
}
