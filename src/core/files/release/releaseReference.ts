import { experimentsIn } from "../../coder/experimentTable.ts";
import type { DeploymentOption } from "../../coder/model.ts";
import { releaseName, releaseVersion, type Release } from "../../coder/release.ts";
import { t } from "../../base/l10n.ts";
import type { ConfigReference } from "../config/configReference.ts";
import { releaseOptions } from "../config/releaseOptions.ts";

/** A release that files are checked against, by the bundled table. */
export interface ReleaseReference extends ConfigReference {
	readonly release: Release;
	readonly version: string;
	/** Its options by variable. */
	readonly byEnv: ReadonlyMap<string, DeploymentOption>;
}

let last: ReleaseReference | undefined;

/** Returns the options of a release to check files against. The result for the last release is cached. */
export function releaseReference(release: Release): ReleaseReference {
	if (last?.release === release) return last;
	const options = releaseOptions(release);
	const named = options.flatMap((option) =>
		option.env === undefined ? [] : [[option.env, option] as const],
	);
	last = {
		release,
		options,
		version: releaseVersion(release),
		name: t("Coder {0}", releaseName(release)),
		// The bundled choices apply to this release.
		reported: true,
		experiments: [...experimentsIn(release)],
		byEnv: new Map(named),
	};
	return last;
}
