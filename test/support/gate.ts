/** A promise with exposed `resolve` and `reject`. */
export interface Gate<T> {
	readonly promise: Promise<T>;
	readonly open: (value: T) => void;
	readonly fail: (error: Error) => void;
}

export function gate<T>(): Gate<T> {
	let open: Gate<T>["open"] = () => undefined;
	let fail: Gate<T>["fail"] = () => undefined;
	const promise = new Promise<T>((resolve, reject) => {
		open = resolve;
		fail = reject;
	});
	return { promise, open, fail };
}
