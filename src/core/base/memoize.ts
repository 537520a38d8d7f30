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

/** Caches a result for each text. Use it for one pass over texts that repeat; it keeps all of them. */
export function memoizeTexts<V>(work: (text: string) => V): (text: string) => V {
	const known = new Map<string, V>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const value = work(text);
		known.set(text, value);
		return value;
	};
}
