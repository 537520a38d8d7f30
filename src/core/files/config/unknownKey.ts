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
	return { kind: "unknown", path, ...nameSpan, message: unknownMessage(path, reference) };
}

function unknownMessage(path: string, reference: ConfigReference): string {
	const moved = movedKey(path, reference);
	if (moved) {
		return moved.to === undefined
			? t(
					"Coder doesn't start with this key. {0} doesn't read {1} from YAML.",
					reference.name,
					path,
				)
			: t("Coder doesn't start with this key. {0} calls it {1}.", reference.name, moved.to);
	}
	const near = nearKey(path, reference);
	if (near !== undefined) return t("Coder doesn't start with this key. Did you mean {0}?", near);
	return (
		ofAnotherVersion(path, reference) ??
		t("Coder doesn't start with this key. {0} doesn't know {1}.", reference.name, shownPath(path))
	);
}

/**
 * Finds the option that other releases have at this path, and returns its path in the reference.
 *
 * @returns `to` is `undefined` if the option no longer has a path in YAML
 */
export function movedKey(
	path: string,
	{ options }: Pick<ConfigReference, "options">,
): { readonly to: string | undefined } | undefined {
	const history = historyAt(path);
	const option = history && options.find(({ id }) => id === history.id);
	return option && { to: option.yamlPath?.join(".") };
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
		path.startsWith(above) ? path.slice(above.length).split(".", 1) : [],
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
