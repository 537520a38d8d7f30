import fc from "fast-check";

/** `npm test` says the same of the same code each time; `npm run test:unit` tries new values in each run. */
if (process.env["TEST_NEW_VALUES"] === undefined) fc.configureGlobal({ seed: 20261125 });
