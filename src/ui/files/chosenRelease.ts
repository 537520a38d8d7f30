import { allReleases, newestRelease, releaseName, type Release } from "../../core/coder/release.ts";
import { t } from "../../core/base/l10n.ts";
import { settings } from "../app/settings.ts";
import { writeUserSetting } from "../app/userSettings.ts";
import { askQuickPick } from "../messages/quickPick.ts";

/**
 * Returns the release for checking configuration files without a known deployment: the user's choice, or the newest
 * one.
 */
export function chosenRelease(): Release {
	const written = settings.fileRelease();
	return allReleases.find((release) => releaseName(release) === written) ?? newestRelease;
}

/** Asks for the release, and writes it to the user's setting `coderDeployment.files.release`. */
export async function chooseFileRelease(): Promise<void> {
	const now = chosenRelease();
	const picked = await askQuickPick(
		allReleases.toReversed().map((release) => ({
			label: releaseName(release),
			...(release === newestRelease && { description: t("newest known release") }),
			...(release === now && { icon: "check" }),
			release,
		})),
		{
			title: t("Choose Version for Configuration Files"),
			placeholder: t("Select the version to check configuration files against"),
		},
	);
	if (!picked) return;
	const { release } = picked;
	const written = release === newestRelease ? undefined : releaseName(release);
	await writeUserSetting("coderDeployment.files.release", written);
}
