/** Timeout of a test, in ms: the small run of the benchmark opens four windows. */
export const timeout = 400_000;
