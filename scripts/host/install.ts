/** Installs VS Codes and a browser for tests, unless they're installed: `tsx install.ts VERSION…`. */
import { provideBrowser } from "../browser/provideBrowser.ts";
import { HumanError, runMain } from "../humanError.ts";
import { printProgress } from "../progress.ts";
import { provideHost } from "./provideHost.ts";
import { isHostVersion } from "./versions.ts";

await runMain(async () => {
	for (const version of process.argv.slice(2)) {
		if (!isHostVersion(version)) throw new HumanError(`npm provides no VS Code ${version}.`);
		// One after the other, because they share packages.
		await provideHost(version, printProgress);
	}
	provideBrowser(printProgress);
	return 0;
});
