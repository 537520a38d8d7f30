import { isMap } from "yaml";
import { yamlKey } from "../../export/yamlValue.ts";
import type { Replacement } from "../rewrite.ts";
import { readConfigText, writtenAt, type ConfigKey, type ConfigText } from "./configText.ts";

/**
 * Moves a key and its value to another path: renames it in its map, or moves its line to another map.
 *
 * @returns the edits; undefined if the result would be parsed differently, such as in braces, or if the value spans
 * several lines
 */
export function moveKey(
	config: ConfigText,
	key: ConfigKey,
	path: string,
): readonly Replacement[] | undefined {
	const above = key.path.slice(0, -key.key.length);
	const name = path.slice(path.lastIndexOf(".") + 1);
	const edits =
		path === above + name ? [renameKey(config.text, key, name)] : carryLine(config, key, path);
	return isAsMeant(config, key, path, edits) ? edits : undefined;
}

/** Renames a key, and preserves its quotes. */
export function renameKey(text: string, { nameSpan }: ConfigKey, name: string): Replacement {
	const quote = text[nameSpan.from];
	const isQuoted = quote === '"' || quote === "'";
	return { ...nameSpan, text: isQuoted ? quote + name + quote : yamlKey(name) };
}

/** Removes the key's line and any maps that it leaves empty, and adds the line to the map at the path. */
function carryLine({ text, keys }: ConfigText, key: ConfigKey, path: string): Replacement[] {
	const eol = text.includes("\r\n") ? "\r\n" : "\n";
	const written = text.slice(key.value.from, lineEnd(text, key.value.to)).trimEnd();
	const names = path.split(".");
	const homes = names.slice(1).map((_, index) => {
		const above = names.slice(0, index + 1).join(".");
		return keys.findLast((one) => one.path === above && isMap(one.node) && !one.node.flow);
	});
	const depth = homes.findLastIndex((one) => one !== undefined) + 1;
	const home = homes[depth - 1];
	const rest = names.slice(depth);
	const first = home && keys.find(({ map }) => map === home.node);
	const indent = first ? first.nameSpan.from - lineStart(text, first.nameSpan.from) : 0;
	const lines = rest.map((name, index) => {
		const isLast = index === rest.length - 1;
		return `${" ".repeat(indent + 2 * index)}${yamlKey(name)}:${isLast ? ` ${written}` : ""}`;
	});
	const at = home ? lineEnd(text, home.value.to) : text.length;
	const isOnOwnLine = text[at - 1] === "\n";
	const added = isOnOwnLine ? lines.join(eol) + eol : eol + lines.join(eol);
	return [linesOf(text, keys, key), { from: at, to: at, text: added }];
}

/** Returns the lines of a key, and of the maps that contain nothing else. */
function linesOf(text: string, keys: readonly ConfigKey[], key: ConfigKey): Replacement {
	let outer = key;
	while (outer.map.items.length === 1) {
		const above = keys.find(({ node }) => node === outer.map);
		if (!above) break;
		outer = above;
	}
	return {
		from: lineStart(text, outer.nameSpan.from),
		to: Math.min(lineEnd(text, key.value.to) + 1, text.length),
		text: "",
	};
}

/** Whether the edits only move the value to its new path, and everything else is parsed as before. */
function isAsMeant(
	config: ConfigText,
	key: ConfigKey,
	path: string,
	edits: readonly Replacement[],
): boolean {
	const text = edits
		.toSorted((a, b) => b.from - a.from)
		.reduce(
			(result, { from, to, text }) => result.slice(0, from) + text + result.slice(to),
			config.text,
		);
	const after = readConfigText(text);
	const expected = writtenAt(config).map(
		([name, value]) => `${name === key.path ? path : name} ${value}`,
	);
	const found = writtenAt(after).map(([name, value]) => `${name} ${value}`);
	return (
		after.errorAt === undefined &&
		// An anchor may have been left behind.
		after.targets.size === config.targets.size &&
		expected.toSorted().join("\n") === found.toSorted().join("\n")
	);
}

function lineStart(text: string, offset: number): number {
	return text.lastIndexOf("\n", offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
	const end = text.indexOf("\n", offset);
	return end < 0 ? text.length : end;
}
