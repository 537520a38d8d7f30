/** Milliseconds that one test may take: the small run of the benchmark opens four windows. */
export const timeout = 400_000;
