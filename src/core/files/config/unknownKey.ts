import { t } from "../../base/l10n.ts";
import { plainText } from "../../base/plainText.ts";
import { shorten } from "../../base/shorten.ts";
import { releaseName } from "../../coder/release.ts";
import { optionHistories } from "../../releases/options.ts";
import type { OptionHistory } from "../../releases/optionHistory.ts";
import { distance } from "../../variables/nearest.ts";
import { optionsByPath, type ConfigReference } from "./configReference.ts";
import type { ConfigKey } from "./configText.ts";
import type { ConfigProblem } from "./configProblem.ts";

/** Reports a key that is neither an option nor a group. The server doesn't start with such a file. */
export function unknownKey(
	{ path, nameSpan }: ConfigKey,
	reference: ConfigReference,
): ConfigProblem {
	const near = nearKey(path, reference);
	const shown = shownPath(path);
	const message =
		near === undefined
			? (ofAnotherVersion(path, reference) ??
				t("Coder doesn't start with this key. {0} doesn't know {1}.", reference.name, shown))
			: t("Coder doesn't start with this key. Did you mean {0}?", near);
	return { kind: "unknown", path, ...nameSpan, message };
}

/** Formats a path for a sentence. The file may contain anything. */
export function shownPath(path: string): string {
	return shorten(plainText(path), 100);
}

/** Returns the key of the same map that was probably meant; undefined if there is none, or more than one. */
export function nearKey(path: string, reference: ConfigReference): string | undefined {
	const above = path.slice(0, path.lastIndexOf(".") + 1);
	const key = path.slice(above.length, above.length + 100);
	const keys = keysBelow(above, reference);
	const sameWord = keys.filter((one) => plain(one) === plain(key));
	const limit = key.length > 5 ? 2 : key.length > 3 ? 1 : 0;
	const near = keys.filter((one) => distance(plain(key), plain(one), limit) <= limit);
	const [first, second] = sameWord.length > 0 ? sameWord : near;
	return second === undefined ? first : undefined;
}

/** Returns the keys of a map: those of options and of groups. */
export function keysBelow(above: string, reference: Pick<ConfigReference, "options">): string[] {
	const keys = [...optionsByPath(reference).keys()].flatMap((path) =>
		path.startsWith(above) ? [path.slice(above.length).split(".", 1)[0] ?? ""] : [],
	);
	return [...new Set(keys)];
}

/** Ignores spelling variants such as `accessURL`, `access_url`, and `access-url`. */
function plain(key: string): string {
	return key.toLowerCase().replace(/[_-]/g, "");
}

function ofAnotherVersion(path: string, { name }: ConfigReference): string | undefined {
	const option = historyAt(path);
	if (!option) return undefined;
	const from = option.tracks.yaml.find(([, value]) => value === path)?.[0] ?? option.since;
	if (option.last !== undefined) {
		const gone = releaseName(option.last + 1);
		return t("{0} doesn't know {1}. Coder removed it in {2}.", name, path, gone);
	}
	return from === 0
		? undefined
		: t("{0} doesn't know {1}. Coder added it in {2}.", name, path, releaseName(from));
}

function historyAt(path: string): OptionHistory | undefined {
	return [...optionHistories().values()].find(({ tracks }) =>
		tracks.yaml.some(([, value]) => value === path),
	);
}
