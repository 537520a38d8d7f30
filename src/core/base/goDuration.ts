/** The units that Go, and Coder's options beyond Go (days and weeks), write durations with, in nanoseconds. */
const unitNs: Readonly<Record<string, bigint>> = {
	ns: 1n,
	us: 1000n,
	µs: 1000n,
	ms: 1_000_000n,
	s: 1_000_000_000n,
	m: 60_000_000_000n,
	h: 3_600_000_000_000n,
	d: 86_400_000_000_000n,
	w: 604_800_000_000_000n,
};

/**
 * Reads a duration as flags, variables and YAML write it: `24h0m0s`, `1.5s`, `60d`, `0`.
 *
 * @returns nanoseconds, or nothing when `text` is no duration
 */
export function parseGoDuration(text: string): bigint | undefined {
	const sign = text.startsWith("-") ? -1n : 1n;
	const size = text.replace(/^[-+]/, "");
	if (size === "0") return 0n;
	if (!/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h|d|w))+$/.test(size)) return undefined;
	let total = 0n;
	for (const [, whole = "0", fraction = "", unit = ""] of size.matchAll(
		/(\d+)(?:\.(\d+))?([a-zµ]+)/g,
	)) {
		const one = unitNs[unit] ?? 0n;
		total += BigInt(whole) * one;
		if (fraction !== "") total += (BigInt(fraction) * one) / 10n ** BigInt(fraction.length);
	}
	return sign * total;
}
