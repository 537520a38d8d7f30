import * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import type { Row } from "../app/row.ts";

const mimeType = "application/vnd.code.tree.coderdeployment.overview";

/** Allows deployments to be reordered by dragging. Other rows can't be moved. */
export function reorderByDragging(
	app: () => Promise<{ readonly deployments: Deployments }>,
): vscode.TreeDragAndDropController<Row> {
	return {
		dragMimeTypes: [mimeType],
		dropMimeTypes: [mimeType],
		handleDrag: (rows, transfer) => {
			const key = rows[0]?.node.deployment;
			if (key !== undefined) transfer.set(mimeType, new vscode.DataTransferItem(key));
		},
		handleDrop: async (target, transfer) => {
			const key: unknown = transfer.get(mimeType)?.value;
			const { deployments } = await app();
			const dragged = typeof key === "string" ? deployments.findListed(key) : undefined;
			if (!dragged) return;
			// Dropping on a deployment's rows means dropping on the deployment. Dropping below all of them moves it to
			// the end.
			const place = target?.owner;
			await deployments.move(
				dragged,
				place === undefined ? undefined : deployments.findListed(place),
			);
		},
	};
}
