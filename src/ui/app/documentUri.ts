import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { documentScheme } from "./names.ts";

/**
 * Returns the URI of a document about a deployment. Its path starts with the deployment's name, for the tab.
 *
 * @param name the document's file name
 * @param query what identifies the deployment: its key, or JSON with the key as `deployment`
 * @param authority the authority whose generator is used instead of the file name's
 */
export function documentUri(
	{ saved }: Pick<Deployment, "saved">,
	name: string,
	query: string,
	authority = "",
): vscode.Uri {
	const path = `/${saved.name.replaceAll("/", "-")}/${name}`;
	return vscode.Uri.from({ scheme: documentScheme, authority, path, query });
}
