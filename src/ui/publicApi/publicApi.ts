import * as vscode from "vscode";
import type { CoderDeploymentApi, DeploymentChange } from "../../api.ts";
import { lazy } from "../../core/base/lazy.ts";
import type { Services } from "../app/services.ts";

/** Creates the API that other extensions get from `activate`. Its implementation is loaded with the first call. */
export function publicApi(app: () => Promise<Pick<Services, "deployments">>): CoderDeploymentApi {
	const load = async () => {
		const [{ deployments }, answers] = await Promise.all([
			app(),
			import("../../core/publicApi/answers.ts"),
		]);
		return { deployments, answers };
	};
	const changed = new vscode.EventEmitter<DeploymentChange>();
	const announcing = lazy(async () => {
		const { deployments, answers } = await load();
		answers.announceChanges(deployments, (change) => {
			changed.fire(change);
		});
	});
	return Object.freeze<CoderDeploymentApi>({
		version: 1,
		getDeployments: async () => {
			const { deployments, answers } = await load();
			return answers.listDeployments(deployments);
		},
		getSnapshot: async (id) => {
			const { deployments, answers } = await load();
			return answers.takeSnapshot(deployments, id);
		},
		compareFile: async (uri, id) => {
			const { deployments } = await load();
			const [{ workspaceFile }, { compareFile }] = await Promise.all([
				import("../files/workspaceFile.ts"),
				import("../../core/publicApi/compareFile.ts"),
			]);
			const file = await workspaceFile(vscode.Uri.parse(uri), deployments);
			return file && compareFile(deployments, file, id);
		},
		previewUpgrade: async (id, target) => {
			const { deployments } = await load();
			const { previewUpgrade } = await import("../../core/publicApi/previewUpgrade.ts");
			return previewUpgrade(deployments, id, target);
		},
		onDidChange: (listener, thisArgs, disposables) => {
			void announcing.get();
			const listening = changed.event(listener, thisArgs);
			disposables?.push(listening);
			return listening;
		},
	});
}
