import * as vscode from "vscode";
import { isWebUrl } from "../../core/base/url.ts";

/** Opens a web address in the browser. Whatever else a server may have sent as a URL is not opened. */
export async function openWeb(url: string): Promise<void> {
	if (isWebUrl(url)) await vscode.env.openExternal(vscode.Uri.parse(url, true));
}
