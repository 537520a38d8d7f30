// The unit tier's property tests, with all of their generated values.
process.env["TEST_ALL_VALUES"] = "1";
await import("../unit/base/markdown.test.ts");
await import("../integration/coder/properties.test.ts");
await import("../unit/export/arbitrary.test.ts");
await import("../unit/export/madeUp.test.ts");
await import("../unit/files/exports.test.ts");
await import("../unit/files/ranges.test.ts");
await import("../unit/files/rewrite.test.ts");
await import("../unit/variables/forms/yamlPruning.test.ts");
await import("../unit/variables/properties.test.ts");

export {};
