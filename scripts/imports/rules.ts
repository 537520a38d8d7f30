/** Circles of imports that are still there; each is to be broken, and none is to be added. */
export const circlesLeft: readonly (readonly string[])[] = [
	["src/core/http/client.ts", "src/core/http/sessionToken.ts", "src/core/http/tokenScope.ts"],
	[
		"src/core/variables/forms/env.ts",
		"src/core/variables/forms/loose.ts",
		"src/core/variables/forms/shell.ts",
	],
];

/** Circles of folders that are still there. */
export const folderCirclesLeft: readonly (readonly string[])[] = [
	["src/core/deployments", "src/core/http"],
];

/** What VS Code loads at activation, and what is loaded only once somebody is signed in or asks for something. */
export const entry = "src/extension.ts";
export const app = "src/app.ts";
