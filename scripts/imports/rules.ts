/**
 * The file that VS Code loads at activation, the file that is loaded with the first document, and the file that is only
 * loaded once the user is signed in or needs it.
 */
export const entry = "src/extension.ts";
export const documents = "src/documents.ts";
export const app = "src/app.ts";
