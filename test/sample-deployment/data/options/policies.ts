import type { OptionFact } from "../../config/optionFact.ts";

/** Content security, dangerous permissions, experiments, and the update check. */
export const policiesOptions: readonly OptionFact[] = [
	{
		name: "Additional CSP Policy",
		type: "strings",
		flag: "additional-csp-policy",
		env: "CODER_ADDITIONAL_CSP_POLICY",
		yaml: "additionalCSPPolicy",
		group: "networking/http",
		config: "additional_csp_policy",
		since: 16,
		description:
			"Directives to add to the dashboard's content security policy. Each one extends what a malicious page could do.",
	},
	{
		name: "DANGEROUS: Allow all CORS requests",
		type: "bool",
		flag: "dangerous-allow-cors-requests",
		env: "CODER_DANGEROUS_ALLOW_CORS_REQUESTS",
		group: "dangerous",
		config: "dangerous.allow_all_cors",
		workspaceProxies: true,
		hidden: true,
		description: "Lets scripts from any website call this server.",
	},
	{
		name: "DANGEROUS: Allow Path App Sharing",
		type: "bool",
		flag: "dangerous-allow-path-app-sharing",
		env: "CODER_DANGEROUS_ALLOW_PATH_APP_SHARING",
		group: "dangerous",
		config: "dangerous.allow_path_app_sharing",
		description:
			"Lets users share path-based apps. A malicious app can act as the user who opens it.",
	},
	{
		name: "DANGEROUS: Allow Site Owners to Access Path Apps",
		type: "bool",
		flag: "dangerous-allow-path-app-site-owner-access",
		env: "CODER_DANGEROUS_ALLOW_PATH_APP_SITE_OWNER_ACCESS",
		group: "dangerous",
		config: "dangerous.allow_path_app_site_owner_access",
		description: "Lets owners open other users' path-based apps, with the same risk.",
	},
	{
		name: "Experiments",
		type: "strings",
		flag: "experiments",
		env: "CODER_EXPERIMENTS",
		yaml: "experiments",
		config: "experiments",
		workspaceProxies: true,
		description:
			"Experimental features to turn on, by name; an asterisk stands for all that are considered safe.",
	},
	{
		name: "Update Check",
		type: "bool",
		flag: "update-check",
		env: "CODER_UPDATE_CHECK",
		yaml: "updateCheck",
		default: "true",
		config: "update_check",
		description: "Checks once a day for a newer release.",
	},
];
