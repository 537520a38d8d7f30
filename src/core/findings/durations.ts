/** Durations in nanoseconds, as Coder stores them. */
export const hourNs = 3_600_000_000_000n;
export const dayNs = 24n * hourNs;
export const yearNs = 365n * dayNs;
