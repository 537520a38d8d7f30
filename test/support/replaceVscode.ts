import { register } from "node:module";

/**
 * Replaces `vscode` with a stub for subsequent `import()`s.
 *
 * @param stub the URL of the stub
 * @param importers matches the URLs of the modules that get it. Imports in other modules fail, as they should in core
 */
export function replaceVscode(stub: string, importers: RegExp): void {
	const hooks = `export const resolve = (name, context, next) =>
		next(
			name === "vscode" && ${String(importers)}.test(context.parentURL ?? "") ? ${JSON.stringify(stub)} : name,
			context,
		);`;
	register(`data:text/javascript,${encodeURIComponent(hooks)}`);
}
