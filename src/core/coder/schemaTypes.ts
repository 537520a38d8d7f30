import * as z from "zod/mini";
import { trimEndOf } from "../base/trimEnd.ts";
import { canParse } from "../base/url.ts";
import { scrub } from "./scrub.ts";
import { shorten, shortenMiddle } from "../base/shorten.ts";

/** A field that may be missing or `null`: servers of other versions lack it, Go sends null for empty. */
export const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

/** A Go int64: `parseJson` makes a `bigint` of what a double would round. */
export const int = z.union([z.number(), z.bigint()]);

/** Names longer than this, in characters, are cut in the middle; Coder's have a hundred at most. */
const longestName = 1_000;
/** Longer descriptions and messages, in characters, are cut; Coder's have two thousand at most. */
const longestProse = 10_000;
/** Browsers and proxies take no longer URLs, in characters. */
const longestUrl = 8_000;

/** A short text, such as a version or the name of an option, as long as it may be. */
export const shortName = (text: string): string => shortenMiddle(text, longestName);

/** A text that people read, as long as it may be. */
export const shortProse = (text: string): string => shorten(text, longestProse);

/** A {@link shortName}. */
export const name = z.pipe(z.string(), z.transform(shortName));

/** A {@link shortProse}. */
export const prose = z.pipe(z.string(), z.transform(shortProse));

/** Longer texts about a problem, in characters, are cut. */
const longestMessage = 500;

/** A text about a problem, which may quote addresses: without credentials, and as long as it may be. */
export const shortMessage = (text: string): string =>
	shorten(scrub(shortProse(text)).trim(), longestMessage);

/** A {@link shortMessage}. */
export const message = z.pipe(z.string(), z.transform(shortMessage));

/** A URL; half of one would lead elsewhere, so what is too long is none. */
export const url = z.pipe(
	z.string(),
	z.transform((text) => (text.length > longestUrl ? "" : text)),
);

/** A URL without user and password, and whether it had a password. What is no URL has none of it. */
export function withoutUser(text: string): { readonly url: string; readonly held: boolean } {
	if (!text.includes("@")) return { url: text, held: false };
	if (!canParse(text)) return { url: "", held: false };
	const parsed = new URL(text);
	const held = parsed.password !== "";
	parsed.username = "";
	parsed.password = "";
	return { url: trimEndOf(parsed.href, "/"), held };
}

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

/** A {@link time}; what is none, or the zero time that Go sends for "never", is nothing. */
export const optionalTime = z.pipe(
	z.string(),
	z.transform((text) => {
		const ms = Date.parse(text);
		return ms > 0 ? ms : undefined;
	}),
);
