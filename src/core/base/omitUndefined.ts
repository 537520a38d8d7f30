type OptionalKeys<T> = {
	[K in keyof T]-?: undefined extends T[K] ? K : null extends T[K] ? K : never;
}[keyof T];

/** An object type in which properties that may be `null` or `undefined` are optional. */
export type WithoutUndefined<T> = { [K in Exclude<keyof T, OptionalKeys<T>>]: T[K] } & {
	[K in OptionalKeys<T>]?: NonNullable<T[K]>;
};

/** Returns a copy of `object` without the keys that are `null` or `undefined`. */
export function omitUndefined<T extends object>(object: T): WithoutUndefined<T> {
	return Object.fromEntries(
		Object.entries(object).filter(([, value]) => value !== undefined && value !== null),
	) as WithoutUndefined<T>;
}
