import type { Documents } from "./ui/app/documentFront.ts";
import { registerFileFront } from "./ui/files/fileFront.ts";
import type { SignedIn } from "./ui/files/signedIn.ts";
import { registerVariables } from "./ui/variables/variables.ts";

/**
 * Looks for Coder settings in all documents, those that are open included.
 *
 * @param signedIn returns the deployments, as far as they are known without loading anything
 */
export function watchDocuments(signedIn: () => SignedIn | undefined): Documents {
	const variables = registerVariables(signedIn);
	const files = registerFileFront(signedIn);
	return {
		variables,
		files,
		dispose: () => {
			variables.dispose();
			files.dispose();
		},
	};
}
