import { t } from "../../base/l10n.ts";
import { isEmptyValue } from "../../coder/optionValue.ts";
import { isSet } from "../../options/optionFacts.ts";
import { pages } from "../../coder/docs.ts";
import { optionRule, whenOn, type Rule } from "../rule.ts";

/** Rules about the database. */
export const databaseRules: readonly Rule[] = [
	// The option was removed in v2.25.
	optionRule(
		"database-in-memory",
		"CODER_IN_MEMORY",
		whenOn(() => ({
			severity: "high",
			title: t("All data is kept in memory"),
			meaning: t("When the server stops, its users, templates, and workspaces are lost."),
			advice: t("Connect the server to a PostgreSQL database."),
			link: pages.database,
		})),
	),
	optionRule(
		"deployment-ephemeral",
		"CODER_EPHEMERAL",
		whenOn(() => ({
			severity: "high",
			title: t("The deployment's data is deleted when the server stops"),
			meaning: t("Data, including the built-in database, is stored in a temporary directory."),
			advice: t("Turn this off, and connect the server to a PostgreSQL database."),
			link: pages.database,
		})),
	),
	optionRule(
		"database-built-in",
		"CODER_PG_CONNECTION_URL",
		(option, facts) =>
			facts.sourcesReported &&
			!isSet(option) &&
			!facts.isOn("CODER_IN_MEMORY") &&
			!facts.isOn("CODER_EPHEMERAL") && {
				severity: "info",
				title: t("The built-in database is used"),
				meaning: t(
					"No PostgreSQL database is configured, so the server runs its own. It isn't backed up automatically, and only one server can use it.",
				),
				advice: t("Connect the server to a PostgreSQL database before users depend on it."),
				link: pages.database,
			},
	),
	optionRule(
		"tokens-not-encrypted",
		"CODER_EXTERNAL_TOKEN_ENCRYPTION_KEYS",
		(option, facts) =>
			facts.sourcesReported &&
			!isSet(option) &&
			(facts.oidc || !isEmptyValue(facts.option("external-auth-providers")?.value)) && {
				severity: "info",
				title: t("Tokens of other services are stored unencrypted"),
				meaning: t(
					"Anyone who can read the database can read users' identity provider and Git tokens. Encryption requires a license.",
				),
				advice: t("Set encryption keys, and store them separately from the database."),
				link: pages.encryption,
			},
	),
];
