/** Adds an item to the list under a key, which is made where it is missing. */
export function collect<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
	const list = lists.get(key);
	if (list) list.push(item);
	else lists.set(key, [item]);
}
