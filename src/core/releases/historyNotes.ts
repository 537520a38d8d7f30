import { t } from "../base/l10n.ts";
import { optionHistories } from "./options.ts";
import { deprecatedSince, type OptionHistory } from "./optionHistory.ts";
import { releaseName } from "../coder/release.ts";

/**
 * Describes an option's history in sentences: when it was added and removed, since when it's deprecated, and former
 * defaults.
 */
export function historyNotes(id: string): string[] {
	const option = optionHistories().get(id);
	return option ? [...lifetime(option), ...deprecation(option), ...formerDefaults(option)] : [];
}

function lifetime({ since, last }: OptionHistory): string[] {
	const gone = last === undefined ? [] : [t("Coder removed it in {0}.", releaseName(last + 1))];
	if (since === 0) return gone;
	return [t("Available since {0}.", releaseName(since)), ...gone];
}

function deprecation(option: OptionHistory): string[] {
	const since = deprecatedSince(option);
	const ids = option.tracks.successors.at(-1)?.[1] ?? "";
	if (since === undefined || ids === "") return [];
	const names = ids.split(",").join(", ");
	return [t("Deprecated since {0} in favor of {1}.", releaseName(since), names)];
}

/** Defaults of secrets aren't shown; the table has none. */
function formerDefaults({ tracks }: OptionHistory): string[] {
	return tracks.default.slice(0, -1).flatMap(([, value], index) => {
		const until = tracks.default[index + 1]?.[0];
		if (until === undefined) return [];
		return [
			value === ""
				? t("Before {0}, it had no default.", releaseName(until))
				: t("Before {0}, the default was {1}.", releaseName(until), value),
		];
	});
}
