import type { Message } from "../../protocol/page.ts";

/** The fields of an object that came from a page: anything may be in them. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * What is taken from each type of message; leave a type out and it does not compile. Nothing stands for a message
 * that a page may not send.
 */
export type Readers<From extends Message> = {
	readonly [K in From["type"]]: (
		fields: Fields,
	) => Omit<Extract<From, { type: K }>, "type"> | undefined;
};

/** Reads what a page sent; nothing when it is not one of the messages a page may send. */
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

/** For messages that hold nothing but their type. */
export const noFields = (): object => ({});

/** Whether a value is an object with fields. */
export function isFields(value: unknown): value is Fields {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a text of at most so many characters. */
export function isText(value: unknown, longest = 10_000): value is string {
	return typeof value === "string" && value.length <= longest;
}
