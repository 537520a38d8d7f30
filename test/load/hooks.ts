/** Timeout of a test, in ms; the soak test sets its own. */
export const timeout = 60_000;
