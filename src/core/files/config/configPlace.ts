import { isScalar, isSeq } from "yaml";
import type { Span } from "../../variables/forms/text.ts";
import { readConfigText, type ConfigKey, type ConfigText } from "./configText.ts";

/** A position for completions, and what is already there. */
export interface ConfigPlace extends Span {
	/** `key`: a key in the map at the path. `value`: the value at the path, or an item in its list. */
	readonly kind: "key" | "value";
	/** Dot-separated; empty for the top-level map. */
	readonly path: string;
	/** Keys that the map already has. */
	readonly used: ReadonlySet<string>;
	/** Whether the position is in braces, as in JSON, or in quotes. */
	readonly isFlow: boolean;
	/** Whether a colon already follows. */
	readonly hasColon: boolean;
	/** The number of characters before the position on its line. */
	readonly indent: number;
}

/** Replaces what is being typed: the text is rarely valid YAML at that time. */
const marker = "__typed_here__";

/** Returns what can be completed at an offset; undefined if that can't be determined. */
export function configPlace(text: string, offset: number): ConfigPlace | undefined {
	const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
	const before = text.slice(lineStart, offset);
	const [word = ""] = /["']?[\w.*-]{0,200}$/.exec(before.slice(-300)) ?? [];
	const [rest = ""] = /^[\w.*-]{0,200}["']?/.exec(text.slice(offset, offset + 300)) ?? [];
	const isQuoted = /^["']/.test(word);
	const from = offset - word.length;
	const to = offset + (isQuoted ? rest : rest.replace(/["']$/, "")).length;
	const lead =
		before
			.slice(0, before.length - word.length)
			.trimEnd()
			.at(-1) ?? "";
	const hasColon = /^[ \t]{0,20}:/.test(text.slice(to, to + 30));
	const place = { from, to, hasColon, indent: before.length - word.length };
	const [first, second] =
		lead === "" || lead === "{" || lead === "," ? [asKey, asValue] : [asValue, undefined];
	return first(text, place) ?? second?.(text, place);
}

type Spot = Pick<ConfigPlace, "from" | "to" | "hasColon" | "indent">;

function asKey(text: string, spot: Spot): ConfigPlace | undefined {
	const following = text.slice(spot.to, spot.to + 200).trimStart()[0];
	const ending = spot.hasColon ? "" : following === '"' ? ": null," : ":";
	const config = readConfigText(
		`${text.slice(0, spot.from)}"${marker}"${ending}${text.slice(spot.to)}`,
	);
	const found = config.keys.find(({ key }) => key === marker);
	if (!found) return undefined;
	const siblings = config.keys.filter(({ map }) => map === found.map);
	return {
		kind: "key",
		path: found.path.slice(0, -marker.length - 1),
		used: new Set(siblings.map(({ key }) => key)),
		isFlow: found.map.flow === true,
		...spot,
	};
}

function asValue(text: string, spot: Spot): ConfigPlace | undefined {
	const config = readConfigText(`${text.slice(0, spot.from)}"${marker}"${text.slice(spot.to)}`);
	const found = keyOfMarker(config);
	if (!found) return undefined;
	const isFlow = found.map.flow === true || /["']/.test(text.charAt(spot.from));
	return { kind: "value", path: found.path, used: new Set(), isFlow, ...spot };
}

function keyOfMarker({ keys }: ConfigText): ConfigKey | undefined {
	const isMarker = (node: unknown): boolean => isScalar(node) && node.value === marker;
	return keys.find(({ node }) => isMarker(node) || (isSeq(node) && node.items.some(isMarker)));
}
