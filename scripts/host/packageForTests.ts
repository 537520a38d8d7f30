/** Packages the extension for all tests that need a package: `tsx packageForTests.ts VSIX`. */
import { HumanError, runMain } from "../humanError.ts";
import { packageExtension } from "./packageExtension.ts";

await runMain(async () => {
	const [, , vsix] = process.argv;
	if (vsix === undefined) throw new HumanError("Usage: packageForTests.ts VSIX");
	await packageExtension(vsix);
	return 0;
});
