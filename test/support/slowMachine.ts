/** How long a test with sockets may take on a machine that has much else to do, in ms. */
export const slowMachine = 20_000;
