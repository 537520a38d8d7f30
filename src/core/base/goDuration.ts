/** The units that Go, and Coder's options beyond Go (days and weeks), write durations with, in nanoseconds. */
const unitNs: ReadonlyMap<string, bigint> = new Map([
	["ns", 1n],
	["us", 1000n],
	// The micro sign and the Greek letter mu.
	["\u00b5s", 1000n],
	["\u03bcs", 1000n],
	["ms", 1_000_000n],
	["s", 1_000_000_000n],
	["m", 60_000_000_000n],
	["h", 3_600_000_000_000n],
	["d", 86_400_000_000_000n],
	["w", 604_800_000_000_000n],
]);

/** The longest duration in Go; the shortest has one nanosecond more. */
const longest = 2n ** 63n - 1n;

/** More digits than any number of a duration has; further ones of a fraction change nothing. */
const mostDigits = 40;

/**
 * Reads a duration by the rules of Go's `time.ParseDuration`, as flags, variables and YAML write it: `24h0m0s`, `.5h`,
 * `1.5s`, `60d`, `0`.
 *
 * @param days false for servers before v2.29, which know neither days nor weeks
 * @returns nanoseconds, or nothing when `text` is no duration
 */
export function parseGoDuration(text: string, days = true): bigint | undefined {
	const negative = text.startsWith("-");
	const size = /^[-+]/.test(text) ? text.slice(1) : text;
	if (size === "0") return 0n;
	const part = /(\d*)(?:(\.)(\d*))?([^\d.]+)/y;
	let total = 0n;
	while (part.lastIndex < size.length) {
		const [whole, digits = "", , fraction = "", unit = ""] = part.exec(size) ?? [];
		const ns = unitNs.get(unit);
		if (whole === undefined || ns === undefined || (!days && /[dw]/.test(unit))) return undefined;
		if (digits === "" && fraction === "") return undefined;
		const number = digits.replace(/^0+/, "");
		if (number.length > mostDigits) return undefined;
		total += BigInt(number) * ns + fractionOf(fraction.slice(0, mostDigits), ns);
		if (total > longest + 1n) return undefined;
	}
	if (size === "" || (total > longest && !negative)) return undefined;
	return negative ? -total : total;
}

/** The part of a unit behind the point, in whole nanoseconds. */
function fractionOf(digits: string, ns: bigint): bigint {
	return digits === "" ? 0n : (BigInt(digits) * ns) / 10n ** BigInt(digits.length);
}
