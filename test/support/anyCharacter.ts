import fc from "fast-check";

/** The number of surrogates, which aren't characters on their own, and the first of them. */
const surrogates = 0x800;
const firstSurrogate = 0xd800;

/**
 * Any Unicode character, as a unit of texts. Use it instead of fast-check's unit "binary", which generates the same but
 * first builds a table of all of them: that takes a second and 140 MB.
 */
export const anyCharacter = fc
	.integer({ min: 0, max: 0x10ffff - surrogates })
	.map((index) => String.fromCodePoint(index < firstSurrogate ? index : index + surrogates));
