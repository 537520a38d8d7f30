import { t } from "../../base/l10n.ts";
import { maskedText } from "../../coder/mask.ts";
import type { DeploymentOption } from "../../coder/model.ts";
import { isSet } from "../../options/optionFacts.ts";
import { settingText } from "../../coder/optionValue.ts";
import { pages } from "../../coder/docs.ts";
import type { Facts } from "../facts.ts";
import { optionRule, type Rule, type Ruling } from "../rule.ts";

/** The masked password in a URL. */
const maskedPassword = `:${maskedText}@`;

/** Creates one finding about all options that `holds` selects; of two names for one value, only the current one. */
function together(
	id: string,
	holds: (option: DeploymentOption) => boolean,
	verdict: () => Omit<Ruling, "option" | "also" | "value">,
): Rule {
	const find = (facts: Facts): readonly Ruling[] => {
		const all = facts.options.filter(holds);
		const held = new Set(all.map((option) => option.id));
		const [option, ...also] = all.filter(
			({ useInstead }) => !useInstead.some((one) => held.has(one.id)),
		);
		const names = [option, ...also].flatMap((one) => one?.name ?? []).join(", ");
		return option ? [{ ...verdict(), option, also, value: names }] : [];
	};
	return { id, find };
}

/** Rules about how secrets are passed to the server. */
export const secretRules: readonly Rule[] = [
	together(
		"secret-on-command-line",
		({ secret, valueSource }) => secret && valueSource === "flag",
		() => ({
			severity: "warning",
			title: t("Secrets are set on the command line"),
			meaning: t("Anyone who can list processes on the server's machine can read them."),
			advice: t("Set them as environment variables, and rotate the secrets."),
			link: pages.security,
		}),
	),
	together(
		"password-in-url",
		(option) => !option.secret && settingText(option, option.value).includes(maskedPassword),
		() => ({
			severity: "warning",
			title: t("A URL contains a password"),
			meaning: t(
				"Coder doesn't hide it, so anyone who can read the configuration can read the password. It's masked here.",
			),
			advice: t("Use an authentication method without a password in the URL, if there is one."),
		}),
	),
	optionRule(
		"provisioner-psk",
		"CODER_PROVISIONER_DAEMON_PSK",
		(option) =>
			isSet(option) && {
				severity: "info",
				title: t("Provisioners share one key"),
				meaning: t(
					"Anyone with the pre-shared key can take the deployment's build jobs, including the values that users enter.",
				),
				advice: t("Give each group of provisioners its own scoped key, and then remove this one."),
				link: pages.provisioners,
			},
	),
];
