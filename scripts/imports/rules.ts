/** What VS Code loads at activation, and what is only loaded once the user is signed in or needs it. */
export const entry = "src/extension.ts";
export const app = "src/app.ts";
