import { t } from "../../base/l10n.ts";
import { isEmptyValue } from "../../coder/optionValue.ts";
import { isSet } from "../../options/optionFacts.ts";
import { pages } from "../../coder/docs.ts";
import { optionRule, whenOn, type Rule } from "../rule.ts";

/** Where the deployment keeps its data. */
export const databaseRules: readonly Rule[] = [
	// The option is gone since v2.25.
	optionRule(
		"database-in-memory",
		"CODER_IN_MEMORY",
		whenOn(() => ({
			severity: "high",
			title: t("All data is in memory"),
			meaning: t("When the server stops, its users, templates and workspaces are forgotten."),
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
			meaning: t("Data, also that of the built-in database, is kept in a temporary directory."),
			advice: t("Switch it off, and connect the server to a PostgreSQL database."),
			link: pages.database,
		})),
	),
	optionRule(
		"database-built-in",
		"CODER_PG_CONNECTION_URL",
		(option, facts) =>
			facts.sourcesTold &&
			!isSet(option) &&
			!facts.isOn("CODER_IN_MEMORY") &&
			!facts.isOn("CODER_EPHEMERAL") && {
				severity: "info",
				title: t("The built-in database is used"),
				meaning: t(
					"No PostgreSQL database was configured, so the server runs one beside itself. It is not backed up by itself, and one server alone can use it.",
				),
				advice: t("Connect the server to a PostgreSQL database before people depend on it."),
				link: pages.database,
			},
	),
	optionRule(
		"tokens-not-encrypted",
		"CODER_EXTERNAL_TOKEN_ENCRYPTION_KEYS",
		(option, facts) =>
			facts.sourcesTold &&
			!isSet(option) &&
			(facts.oidc || !isEmptyValue(facts.option("external-auth-providers")?.value)) && {
				severity: "info",
				title: t("Tokens of other services are stored unencrypted"),
				meaning: t(
					"Who can read the database can read people's tokens for the identity provider and for Git. Encrypting them needs a license.",
				),
				advice: t("Set encryption keys, and keep them apart from the database."),
				link: pages.encryption,
			},
	),
];
