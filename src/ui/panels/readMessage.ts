import type { Message } from "../../protocol/page.ts";

/** The properties of an object from a page, which may contain anything. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * A reader for each type of message; a missing one is a compile-time error. Returns `undefined` for an invalid message.
 */
export type Readers<From extends Message> = {
	readonly [K in From["type"]]: (
		fields: Fields,
	) => Omit<Extract<From, { type: K }>, "type"> | undefined;
};

/** Parses a page's message; returns `undefined` if it's invalid. */
export function readMessage<From extends Message>(
	readers: Readers<From>,
	message: unknown,
): From | undefined {
	if (!isFields(message)) return undefined;
	const { type } = message;
	if (typeof type !== "string" || !Object.hasOwn(readers, type)) return undefined;
	const fields = readers[type as From["type"]](message);
	return fields && ({ ...fields, type } as unknown as From);
}

/** Reads messages without other properties. */
export const noFields = (): object => ({});

/** Returns whether a value is an object with properties. */
export function isFields(value: unknown): value is Fields {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns whether a value is a text within a length, in characters. */
export function isText(value: unknown, longest = 10_000): value is string {
	return typeof value === "string" && value.length <= longest;
}
