import * as z from "zod/mini";

/** A field that may be missing or `null`: servers of other versions lack it, Go sends null for empty. */
export const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

/** A Go int64: `parseJson` makes a `bigint` of what a double would round. */
export const int = z.union([z.number(), z.bigint()]);

/** A list; Go sends `null` for an empty one. */
export const list = <T extends z.ZodMiniType>(schema: T) =>
	z.pipe(
		z.nullable(z.array(schema)),
		z.transform((items) => items ?? []),
	);

/** An RFC 3339 time with any offset and up to nanoseconds, as ms since the epoch. */
export const time = z.pipe(
	z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)))),
	z.transform((text) => Date.parse(text)),
);
