import type { JsonObject } from "../base/json.ts";
import { mostItems } from "./inputs.ts";
import { plainData } from "./texts.ts";

/** The maximum size of a result, in bytes of UTF-8: about four thousand tokens. */
export const maxResultBytes = 16_384;

/** The maximum size of a list's own names and numbers, in bytes. */
const framing = 100;

/** The requested part of a list. */
export interface Page {
	readonly limit?: number | undefined;
	readonly skip?: number | undefined;
}

/**
 * Adds a list to a result: the requested items, as far as they fit.
 *
 * @returns the result with `total`, the items under `name`, and the number of omitted items under `leftOut`
 */
export function withItems(
	head: JsonObject,
	name: string,
	items: readonly JsonObject[],
	{ limit = mostItems, skip = 0 }: Page = {},
): JsonObject {
	let bytes = byteLength(head) + framing;
	const kept: JsonObject[] = [];
	for (const item of items.slice(skip, skip + limit)) {
		bytes += byteLength(item) + 1;
		if (bytes > maxResultBytes) break;
		kept.push(item);
	}
	const leftOut = items.length - kept.length;
	return { ...head, total: items.length, [name]: kept, ...(leftOut > 0 && { leftOut }) };
}

function byteLength(value: JsonObject): number {
	return Buffer.byteLength(JSON.stringify(plainData(value)));
}
