/** Milliseconds that one test may take; the soak sets its own. */
export const timeout = 60_000;
