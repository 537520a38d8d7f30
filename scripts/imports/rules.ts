/** What VS Code loads at activation, and what is loaded only once somebody is signed in or asks for something. */
export const entry = "src/extension.ts";
export const app = "src/app.ts";
