import { CST } from "yaml";
import type { Marks } from "./marks.ts";

/** A pair of a map, or an item of a list. A list item has only a `value`, unless it is a pair. */
export interface YamlItem {
	readonly key?: CST.Token;
	readonly value?: CST.Token;
	readonly anchor?: string;
	/** Whether the value starts on the line of its key. */
	readonly isInline: boolean;
	/** Whether an application's own tag, such as `!Ref`, says how the value is read. */
	readonly isTagged: boolean;
}

export type YamlCollectionToken = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

/** A list or map with its items. */
export interface YamlCollection {
	readonly isMap: boolean;
	readonly items: readonly YamlItem[];
}

/** Reads a collection in block or flow style, and marks its comments. */
export function readCollection(
	token: YamlCollectionToken,
	from: number,
	marks: Marks,
): YamlCollection {
	const isMap =
		token.type === "block-map" || (token.type === "flow-collection" && token.start.source === "{");
	const items = token.items.map((item: CST.CollectionItem): YamlItem => {
		markComments(item.start, from, marks);
		markComments(item.sep, from, marks);
		const isPair = isMap || item.sep?.some(({ type }) => type === "map-value-ind") === true;
		const anchor = anchorOf(isPair ? item.sep : item.start);
		// In flow style, the parser stores a single value as a key.
		const value = item.value ?? (isPair ? undefined : (item.key ?? undefined));
		return {
			isInline: !item.sep?.some(({ type }) => type === "newline"),
			isTagged: isTagged(isPair ? item.sep : item.start),
			...(isPair && item.key && { key: item.key }),
			...(value && { value }),
			...(anchor !== undefined && { anchor }),
		};
	});
	if (token.type === "flow-collection") markComments(token.end, from, marks);
	return { isMap, items };
}

export function markComments(
	tokens: readonly CST.Token[] | undefined,
	from: number,
	marks: Marks,
): void {
	for (const token of tokens ?? []) {
		if (token.type !== "comment") continue;
		marks.comment(from + token.offset, from + token.offset + token.source.length);
	}
}

/** Returns the text of a scalar, as YAML reads it; undefined for other tokens. */
export function textOf(token: CST.Token | undefined): string | undefined {
	if (!token || !CST.isScalar(token)) return undefined;
	return CST.resolveAsScalar(token, false, () => undefined).value;
}

/**
 * Returns the content of a scalar without its quotes, as offsets in the parsed text. A key is on a single line;
 * anything before that belongs to an unclosed value.
 */
export function contentOf(
	{ offset, source, type }: CST.FlowScalar,
	isKey = false,
): { readonly from: number; readonly to: number } {
	const to = offset + source.length;
	if (type === "single-quoted-scalar" || type === "double-quoted-scalar") {
		const isClosed = source.length > 1 && source.at(-1) === source[0];
		return { from: offset + 1, to: isClosed ? to - 1 : to };
	}
	const line = isKey ? source.lastIndexOf("\n") + 1 : 0;
	return { from: offset + line + source.slice(line).search(/\S|$/), to };
}

/** Returns the start of a block scalar's lines, after `|`, a comment, and the line break. */
export function blockStart({ props, offset }: CST.BlockScalar): number {
	const start = props[0]?.offset ?? offset;
	return props.reduce((sum, prop) => sum + ("source" in prop ? prop.source.length : 0), start);
}

function anchorOf(tokens: readonly CST.SourceToken[] | undefined): string | undefined {
	const anchor = tokens?.find(({ type }) => type === "anchor");
	return anchor?.source.slice(1);
}

/** Whether tokens contain an application's own tag. YAML's tags begin with `!!`. */
function isTagged(tokens: readonly CST.SourceToken[] | undefined): boolean {
	return tokens?.some(({ type, source }) => type === "tag" && /^!\w/.test(source)) ?? false;
}

export function isNull(token: CST.Token): boolean {
	return token.type === "scalar" && /^(?:|~|null|Null|NULL)$/.test(token.source);
}

export function isFlowScalar(token: CST.Token): token is CST.FlowScalar {
	return CST.isScalar(token) && token.type !== "block-scalar";
}
