import type * as vscode from "vscode";

/** The scheme of the extension's read-only documents. */
export const documentScheme = "coder-deployment";

/** The ID of the view in the Side Bar. */
export const overviewId = "coderDeployment.overview";

/**
 * Returns the key of the deployment of one of our documents. The query of its URI is the key, or JSON with it: as
 * `deployment`, or within a comparison's sides.
 */
export function deploymentOfDocument({
	scheme,
	query,
}: Pick<vscode.Uri, "scheme" | "query">): string | undefined {
	if (scheme !== documentScheme) return undefined;
	if (!query.startsWith("{")) return query;
	try {
		const { deployment, which, left, right } = JSON.parse(query) as Readonly<
			Record<string, unknown>
		>;
		const sides = which === "left" ? [left, right] : [right, left];
		const keys = [
			deployment,
			...sides.map((side) =>
				typeof side === "object" && side !== null && "deployment" in side
					? side.deployment
					: undefined,
			),
		];
		return keys.find((key) => typeof key === "string");
	} catch {
		return undefined;
	}
}
