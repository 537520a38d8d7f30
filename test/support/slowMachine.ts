/** Timeout of a test with sockets on a busy machine, in ms. */
export const slowMachine = 20_000;
