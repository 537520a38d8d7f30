/** Units of Go durations, plus days and weeks, which Coder's options also accept, in nanoseconds. */
const unitNs: ReadonlyMap<string, bigint> = new Map([
	["ns", 1n],
	["us", 1000n],
	// Micro sign and Greek letter mu.
	["\u00b5s", 1000n],
	["\u03bcs", 1000n],
	["ms", 1_000_000n],
	["s", 1_000_000_000n],
	["m", 60_000_000_000n],
	["h", 3_600_000_000_000n],
	["d", 86_400_000_000_000n],
	["w", 604_800_000_000_000n],
]);

/** The longest duration in Go; the shortest negative one is one nanosecond longer. */
const longest = 2n ** 63n - 1n;

/** More digits than any duration has. */
const mostDigits = 40;

/**
 * Parses a duration by the rules of Go's `time.ParseDuration`, as flags, environment variables, and YAML do: `24h0m0s`,
 * `.5h`, `1.5s`, `60d`, `0`.
 *
 * @param days false for servers before v2.29, which don't support days and weeks
 * @returns nanoseconds, or `undefined` if `text` isn't a duration
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
		total += BigInt(number) * ns + fractionOf(fraction, ns);
		if (total > longest + 1n) return undefined;
	}
	if (size === "" || (total > longest && !negative)) return undefined;
	return negative ? -total : total;
}

/**
 * Returns the fractional part of a unit in whole nanoseconds. As in Go, digits that an int64 can't hold are dropped, and
 * the rest is calculated in floating point: `0.3333333333333333333h` is exactly 20 minutes.
 */
function fractionOf(digits: string, ns: bigint): bigint {
	let number = 0n;
	let scale = 1;
	for (const digit of digits.slice(0, mostDigits)) {
		if (number > longest / 10n) break;
		const next = number * 10n + BigInt(digit);
		if (next > longest + 1n) break;
		number = next;
		scale *= 10;
	}
	return number === 0n ? 0n : BigInt(Math.trunc(Number(number) * (Number(ns) / scale)));
}
