/** A Go int64: a `bigint` where a double would round it. */
export type Int = number | bigint;
