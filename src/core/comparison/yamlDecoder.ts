import { isAlias, isMap, isScalar, isSeq, type Alias, type Node } from "yaml";
import type { JsonValue } from "../base/json.ts";
import { t } from "../base/l10n.ts";
import { UnreadableFile } from "./unreadable.ts";
import { scalarText } from "./yamlEntries.ts";

/** Thrown for a node of a type that the server rejects. */
export class Refused extends Error {}

/** The maximum number of nodes to read: aliases can turn a short file into huge values. */
const mostNodes = 100_000;
const deepest = 64;

const yes = /^(y|Y|yes|Yes|YES|on|On|ON)$/;
const no = /^(n|N|no|No|NO|off|Off|OFF)$/;

/**
 * Converts nodes to values of known types, as gopkg.in/yaml.v3 does for Go's. Unlike options, values resolve aliases.
 */
export class YamlDecoder {
	readonly #targets: ReadonlyMap<Alias, Node>;
	#left = mostNodes;

	constructor(targets: ReadonlyMap<Alias, Node>) {
		this.#targets = targets;
	}

	/** @throws Refused for lists and maps */
	text(node: Node): string {
		const scalar = this.#resolve(node);
		if (!isScalar(scalar)) throw new Refused();
		return isNull(scalar) ? "" : scalarText(scalar);
	}

	/** @throws Refused for anything that isn't a boolean, including a quoted one */
	bool(node: Node): boolean {
		const scalar = this.#resolve(node);
		if (!isScalar(scalar)) throw new Refused();
		if (typeof scalar.value === "boolean") return scalar.value;
		const text = scalarText(scalar);
		if (yes.test(text)) return true;
		if (no.test(text) || isNull(scalar)) return false;
		throw new Refused();
	}

	/** Converts a list. Null items are omitted from lists of strings, as the server does. */
	list(node: Node, item: (node: Node) => JsonValue, skipNull = false): JsonValue[] {
		const list = this.#resolve(node);
		if (isScalar(list) && isNull(list)) return [];
		if (!isSeq(list)) throw new Refused();
		const items = list.items as readonly Node[];
		return items.filter((one) => !skipNull || !isNull(one)).map(item);
	}

	texts(node: Node): JsonValue[] {
		return this.list(node, (item) => this.text(item), true);
	}

	/** Converts a map, including maps that it merges. */
	map(
		node: Node,
		value: (key: string, node: Node) => JsonValue,
		depth = 0,
	): Record<string, JsonValue> {
		const map = this.#resolve(node);
		if (isScalar(map) && isNull(map)) return {};
		if (!isMap(map) || depth > deepest) throw new Refused();
		const merged: Record<string, JsonValue>[] = [];
		const own: [string, JsonValue][] = [];
		for (const { key, value: child } of map.items as readonly { key: Node; value: Node }[]) {
			const name = this.text(key);
			if (name === "<<" && isPlain(key)) {
				const source = this.#resolve(child);
				const sources = isSeq(source) ? (source.items as readonly Node[]) : [child];
				merged.push(...sources.map((one) => this.map(one, value, depth + 1)));
			} else own.push([name, value(name, child)]);
		}
		// The first of several merged maps wins, and own keys take precedence.
		return Object.assign({}, ...merged.reverse(), Object.fromEntries(own)) as Record<
			string,
			JsonValue
		>;
	}

	/** Converts a node of unknown type by YAML's rules. */
	any(node: Node, depth = 0): JsonValue {
		const resolved = this.#resolve(node);
		if (depth > deepest) throw new Refused();
		if (isMap(resolved)) return this.map(resolved, (_key, child) => this.any(child, depth + 1));
		if (isSeq(resolved)) return this.list(resolved, (item) => this.any(item, depth + 1));
		if (!isScalar(resolved) || isNull(resolved)) return null;
		if (typeof resolved.value === "boolean") return resolved.value;
		const text = scalarText(resolved);
		if (typeof resolved.value !== "number") return text;
		return /^-?\d{1,40}$/.test(text) && !Number.isSafeInteger(resolved.value)
			? BigInt(text)
			: resolved.value;
	}

	#resolve(node: Node): Node | undefined {
		if (--this.#left < 0) {
			throw new UnreadableFile("damaged", t("This file contains too many YAML aliases."));
		}
		return isAlias(node) ? this.#targets.get(node) : node;
	}
}

/** Returns true for an unquoted `null`, `~`, or an empty node. */
export function isNull(node: unknown): boolean {
	return isScalar(node) && node.value === null;
}

function isPlain(node: Node): boolean {
	return isScalar(node) && node.type === "PLAIN";
}
