import fc from "fast-check";

/** `npm test` is to say the same of the same code each time; `npm run test:unit` looks with new values in each run. */
fc.configureGlobal({ seed: 20261125 });
