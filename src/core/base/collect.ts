/** Adds an item to the list under a key, and creates the list if needed. */
export function collect<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
	const list = lists.get(key);
	if (list) list.push(item);
	else lists.set(key, [item]);
}
