import { t } from "../base/l10n.ts";
import { mainBuild, newestRelease, releaseName } from "../coder/release.ts";
import type { Edition } from "./edition.ts";
import { upgradeSections, type UpgradeSection } from "./lines.ts";
import { previewUpgrade } from "./preview.ts";
import type { UpgradeFacts } from "./upgradeFacts.ts";

/** An upgrade, ready to be shown. */
export interface UpgradePlan {
	readonly title: string;
	/** Remarks on the preview, in sentences. */
	readonly notes: readonly string[];
	readonly sections: readonly UpgradeSection[];
	/** Whether deprecated names are in use that an export can replace. */
	readonly replaceable: boolean;
}

/**
 * Returns the preview of an upgrade.
 *
 * @param name the deployment's display name
 * @param version the version as the server reports it
 */
export function upgradePlan(
	name: string,
	version: string,
	from: Edition,
	to: Edition,
	facts: UpgradeFacts,
): UpgradePlan {
	const preview = previewUpgrade(from, to, facts);
	return {
		title: t("Upgrade {0} to {1}", name, to.name),
		notes: [
			t(
				"From {0}. This list is based on the options of every Coder release, and on what this deployment sets.",
				version,
			),
			...unknownNotes(from, to),
		],
		sections: upgradeSections(preview),
		replaceable: preview.replace.length > 0,
	};
}

/** Returns a sentence about why there is nothing to preview; undefined if `to` is newer. */
export function noUpgrade(
	name: string,
	from: Edition,
	to: Edition | undefined,
): string | undefined {
	if (!to)
		return from.release < mainBuild
			? t(
					"{0} already runs the newest known release. You can still select a development build.",
					name,
				)
			: t("{0} already runs the newest version that can be previewed.", name);
	if (to.release > from.release) return undefined;
	if (to.release < from.release)
		return t(
			"{0} runs {1}, which is newer than {2}. Only upgrades can be previewed.",
			name,
			from.name,
			to.name,
		);
	return from.name === to.name
		? t("{0} already runs {1}.", name, to.name)
		: t("{0} has the same options as {1}, which {2} runs.", to.name, from.name, name);
}

function unknownNotes(from: Edition, to: Edition): string[] {
	const unknown = [from, to].filter(({ known }) => !known);
	return [
		...unknown.map(({ name }) =>
			t(
				"{0} isn't one of the known releases (up to {1}). Its options are those that the server reports; some changes may be missing.",
				name,
				releaseName(newestRelease),
			),
		),
		...(to.known && to.release === mainBuild
			? [t("The target is a development build. The next release may differ.")]
			: []),
	];
}
