/**
 * The file that VS Code loads at activation, and the file that is only loaded once the user is signed in or needs it.
 */
export const entry = "src/extension.ts";
export const app = "src/app.ts";
