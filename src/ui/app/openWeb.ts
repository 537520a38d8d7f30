import * as vscode from "vscode";
import { isWebUrl } from "../../core/base/url.ts";

/** Opens a web address in the browser. Ignores any other URL that a server may have sent. */
export async function openWeb(url: string): Promise<void> {
	if (isWebUrl(url)) await vscode.env.openExternal(vscode.Uri.parse(url, true));
}
