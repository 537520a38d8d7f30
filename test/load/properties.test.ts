// The property tests of the unit tier once more, with all the values that they make up.
process.env["TEST_ALL_VALUES"] = "1";
await import("../unit/base/markdown.test.ts");
await import("../unit/coder/properties.test.ts");
await import("../unit/export/arbitrary.test.ts");
await import("../unit/export/madeUp.test.ts");
await import("../unit/files/exports.test.ts");
await import("../unit/files/rewrite.test.ts");
await import("../unit/variables/properties.test.ts");

export {};
