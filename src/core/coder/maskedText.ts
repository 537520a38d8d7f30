/** Replaces a secret. */
export const maskedText = "********";
