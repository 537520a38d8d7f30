import { replaceVscode } from "../../../support/replaceVscode.ts";
import type * as Stub from "./vscodeStub.ts";

/** Replaces `vscode` with a stub for subsequent `import()`s of src/ui. Returns what the stub recorded. */
export async function stubVscode(): Promise<typeof Stub> {
	const stub = new URL("vscodeStub.ts", import.meta.url).href;
	replaceVscode(stub, /\/src\/ui\//);
	return (await import(stub)) as typeof Stub;
}
