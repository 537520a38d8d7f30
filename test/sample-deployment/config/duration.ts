const nanoseconds: Readonly<Record<string, number>> = {
	ns: 1,
	us: 1e3,
	ms: 1e6,
	s: 1e9,
	m: 60e9,
	h: 3600e9,
	d: 86_400e9,
};

/**
 * Returns the nanoseconds of a duration in the format of Coder's defaults, such as "24h0m0s", "1.5s", "60d", or "0".
 */
export function parseDuration(text: string): number {
	if (text === "0") {
		return 0;
	}
	let total = 0;
	let rest = text;
	while (rest !== "") {
		const match = /^(\d+(?:\.\d+)?)(ns|us|ms|s|m|h|d)/.exec(rest);
		if (!match) {
			throw new Error(`"${text}" isn't a duration`);
		}
		total += Number(match[1]) * nanoseconds[match[2]!]!;
		rest = rest.slice(match[0].length);
	}
	return total;
}
