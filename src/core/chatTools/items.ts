import type { JsonObject } from "../base/json.ts";
import { mostItems } from "./inputs.ts";
import { plainData } from "./texts.ts";

/** The longest result of a tool, in bytes of UTF-8: about four thousand tokens. */
export const maxResultBytes = 16_384;

/** What a list's own names and numbers take at most, in bytes. */
const framing = 100;

/** The part of a list that is wanted. */
export interface Page {
	readonly limit?: number | undefined;
	readonly skip?: number | undefined;
}

/**
 * Adds a list to a result: what is wanted of it, as far as it fits.
 *
 * @returns the result with `total`, the items under `name`, and under `leftOut` how many of them are not there
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
