type OptionalKeys<T> = {
	[K in keyof T]-?: undefined extends T[K] ? K : null extends T[K] ? K : never;
}[keyof T];

/** An object type in which properties that may be `null` or `undefined` are optional. */
export type WithoutUndefined<T> = { [K in Exclude<keyof T, OptionalKeys<T>>]: T[K] } & {
	[K in OptionalKeys<T>]?: NonNullable<T[K]>;
};

/** Returns a copy of `object` without the keys that are `null` or `undefined`. Not for keys from outside. */
export function omitUndefined<T extends object>(object: T): WithoutUndefined<T> {
	const copy: Record<string, unknown> = {};
	// Assignments take a fifth of the time of `Object.fromEntries`, which matters with thousands of options.
	for (const [key, value] of Object.entries(object)) {
		if (value !== undefined && value !== null) copy[key] = value;
	}
	return copy as WithoutUndefined<T>;
}
