import { register } from "node:module";
import type * as Stub from "./vscodeStub.ts";

const stubUrl = new URL("vscodeStub.ts", import.meta.url).href;
const hooks = `export const resolve = (name, context, next) =>
	next(
		name === "vscode" && context.parentURL?.includes("/src/ui/") ? ${JSON.stringify(stubUrl)} : name,
		context,
	);`;

/** Replaces `vscode` with a stub for subsequent `import()`s of src/ui. Returns what the stub recorded. */
export async function stubVscode(): Promise<typeof Stub> {
	register(`data:text/javascript,${encodeURIComponent(hooks)}`);
	return (await import(stubUrl)) as typeof Stub;
}
