import * as z from "zod/mini";
import { trimEndOf } from "../base/trimEnd.ts";
import { canParse } from "../base/url.ts";
import { scrub } from "./scrub.ts";
import { shorten, shortenMiddle } from "../base/shorten.ts";

/** A field that may be missing or `null`: other server versions lack it, and Go sends null if it's empty. */
export const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

/** A Go int64: `parseJson` returns a `bigint` if a double would round it. */
export const int = z.union([z.number(), z.bigint()]);

/** Longer names, in characters, are shortened in the middle. Coder's have at most a hundred. */
const longestName = 1_000;
/** Longer descriptions and messages, in characters, are shortened. Coder's have at most two thousand. */
const longestProse = 10_000;
/** The maximum length of a URL for browsers and proxies, in characters. */
const longestUrl = 8_000;

/** Shortens a short text, such as a version or an option's name, to its limit. */
export const shortName = (text: string): string => shortenMiddle(text, longestName);

/** Shortens a description to its limit. */
export const shortProse = (text: string): string => shorten(text, longestProse);

/** A {@link shortName}. */
export const name = z.pipe(z.string(), z.transform(shortName));

/** A {@link shortProse}. */
export const prose = z.pipe(z.string(), z.transform(shortProse));

/** Longer error messages, in characters, are shortened. */
const longestMessage = 500;

/** Shortens an error message, which may contain addresses, and removes credentials. */
export const shortMessage = (text: string): string =>
	shorten(scrub(shortProse(text)).trim(), longestMessage);

/** A {@link shortMessage}. */
export const message = z.pipe(z.string(), z.transform(shortMessage));

/** A URL. A shortened one would lead elsewhere, so URLs that are too long are dropped. */
export const url = z.pipe(
	z.string(),
	z.transform((text) => (text.length > longestUrl ? "" : text)),
);

/** Returns a URL without user name and password, and whether it had a password. Text that isn't a URL is dropped. */
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

/** An RFC 3339 time with any offset and up to nanoseconds, in ms since the epoch. */
export const time = z.pipe(
	z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)))),
	z.transform((text) => Date.parse(text)),
);

/** A {@link time}; `undefined` for invalid times and for the zero time, which Go sends for "never". */
export const optionalTime = z.pipe(
	z.string(),
	z.transform((text) => {
		const ms = Date.parse(text);
		return ms > 0 ? ms : undefined;
	}),
);
