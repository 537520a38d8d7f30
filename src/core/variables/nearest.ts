/**
 * Returns at most three names that are most similar to a mistyped one, most similar first. One letter in six may
 * differ, three at most.
 */
export function nearest(name: string, names: Iterable<string>): string[] {
	const limit = Math.min(3, Math.floor((name.length - "CODER_".length) / 6) + 1);
	const near: { readonly name: string; readonly distance: number }[] = [];
	for (const candidate of names) {
		const away = distance(name, candidate, limit);
		if (away <= limit) near.push({ name: candidate, distance: away });
	}
	const best = Math.min(...near.map(({ distance }) => distance));
	return near
		.filter(({ distance }) => distance <= best + 1)
		.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
		.slice(0, 3)
		.map((one) => one.name);
}

const far = Number.MAX_SAFE_INTEGER;

/**
 * Returns the number of letters to insert, remove, replace, or swap with their neighbors; any number above `limit` if
 * it exceeds that. Compares only positions that are at most `limit` apart.
 */
export function distance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) > limit) return far;
	let beforeLast: number[] = [];
	let last = Array.from({ length: limit + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = i <= limit ? [i] : [];
		let least = row[0] ?? far;
		for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			let best = Math.min(
				(last[j] ?? far) + 1,
				(row[j - 1] ?? far) + 1,
				(last[j - 1] ?? far) + same,
			);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
				best = Math.min(best, (beforeLast[j - 2] ?? far) + 1);
			}
			row[j] = best;
			least = Math.min(least, best);
		}
		if (least > limit) return far;
		beforeLast = last;
		last = row;
	}
	return last[b.length] ?? far;
}
