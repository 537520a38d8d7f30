/** A Go int64 as it came: a `bigint` where a double would have rounded it. */
export type Int = number | bigint;
