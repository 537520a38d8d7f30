import { t } from "../../base/l10n.ts";
import { newestRelease, releaseName } from "../../coder/release.ts";
import { upgradeDocsUrl } from "../../coder/links.ts";
import { nextRelease, type NamedOption } from "../../upgrade/nextRelease.ts";
import type { Rule, Ruling } from "../rule.ts";

/** What the release after the running one doesn't accept. Later ones are in the preview. */
const nextReleaseRule: Rule = {
	id: "upgrade-next-release",
	find: ({ options, release }) => {
		// The development build isn't a release that anyone upgrades to.
		if (release === undefined || release >= newestRelease) return [];
		const { refused, ignored } = nextRelease(options, release);
		const upgradeTo = release + 1;
		const name = t("Coder {0}", releaseName(upgradeTo));
		return [
			...about(refused, {
				severity: "warning",
				title: t("{0} won't start with this configuration", name),
				meaning: t("After an upgrade, the server stops with an error instead of starting."),
				advice: t("Change this before you upgrade. The upgrade preview explains how."),
				link: upgradeDocsUrl,
				upgradeTo,
			}),
			...about(ignored, {
				severity: "info",
				title: t("{0} ignores some of these settings", name),
				meaning: t("The options were removed, so their variables have no effect after an upgrade."),
				advice: t("Check whether you still rely on them, and then remove them."),
				link: upgradeDocsUrl,
				upgradeTo,
			}),
		];
	},
};

function about([first, ...others]: readonly NamedOption[], ruling: Ruling): Ruling[] {
	if (!first) return [];
	const value = [first, ...others].map(({ name }) => name).join(", ");
	return [{ ...ruling, option: first.option, also: others.map(({ option }) => option), value }];
}

export const upgradeRules: readonly Rule[] = [nextReleaseRule];
