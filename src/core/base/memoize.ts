/** Caches a result for each object. Use it for responses, which are replaced but never changed. */
export function memoize<K extends object, V>(work: (key: K) => V): (key: K) => V {
	const known = new WeakMap<K, { readonly value: V }>();
	return (key) => {
		const before = known.get(key);
		if (before) return before.value;
		const value = work(key);
		known.set(key, { value });
		return value;
	};
}
