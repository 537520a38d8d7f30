import { t } from "../../base/l10n.ts";
import { pages } from "../../coder/docs.ts";
import { featureName } from "../../license/featureNames.ts";
import type { Rule } from "../rule.ts";

/** Rules about the license and the access URL. */
export const licenseRules: readonly Rule[] = [
	{
		id: "access-url-password",
		find: (facts) =>
			facts.accessUrlHoldsPassword
				? [
						{
							option: facts.option("CODER_ACCESS_URL"),
							value: "",
							severity: "high",
							title: t("The access URL contains a password"),
							meaning: t("Anyone who reaches the server can read it, even without signing in."),
							advice: t(
								"Remove the user and password from the access URL, and change the password.",
							),
							link: pages.setup,
						},
					]
				: [],
	},
	{
		id: "unlicensed-features",
		find: (facts) =>
			facts.unlicensedFeatures.length > 0
				? [
						{
							value: facts.unlicensedFeatures.map(featureName).join(", "),
							severity: "warning",
							title: t("Features are on that the license doesn't include"),
							meaning: t("They may stop working, and the server warns its users about them."),
							advice: t("Turn them off, or extend the license."),
						},
					]
				: [],
	},
];
