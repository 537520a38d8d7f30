import type { Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import type { CompareSource, CompareSources } from "../../core/comparison/source.ts";
import type { Services } from "../app/services.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { registerPanels } from "../panels/registerPanels.ts";

/** Registers comparisons. The code is loaded when the first comparison opens, or is restored after a reload. */
export function registerComparison(services: Services): void {
	const { commands, deployments, documents, history, subscriptions } = services;
	const panels = registerPanels(services, "coderDeployment.comparison", async (pages) =>
		(await import("./comparePanels.ts")).comparePanels({
			...pages,
			deployments,
			documents,
			history,
		}),
	);
	subscriptions.add(
		documents.add("compared-config.yaml", async (uri) => {
			const { drawSide } = await import("./compareDocuments.ts");
			return drawSide(uri, { deployments, history });
		}),
	);
	commands.onDeployment(commandIds.compareConfiguration, async (deployment, _target, event) => {
		const sources =
			typeof event === "string"
				? await sidesOfChange(deployment, event, services)
				: await askSides(deployment, services);
		if (sources) (await panels()).show(sources);
	});
	commands.on(commandIds.compareFile, async (target, selected) => {
		const { fileSources } = await import("../files/compareFile.ts");
		const sources = await fileSources(target, selected, deployments);
		if (sources) (await panels()).show(sources);
	});
}

/** Returns the snapshots before and after a change in the deployment's history. */
async function sidesOfChange(
	{ saved: { key } }: Deployment,
	event: string,
	{ history }: Services,
): Promise<CompareSources> {
	const { events } = await history.log(key);
	const change = events.find(({ id }) => id === event);
	if (!change) throw new Error(t("This change is no longer in the history."));
	const side = (id: string): CompareSource => ({ kind: "snapshot", deployment: key, id });
	return { left: side(change.beforeId), right: side(change.id) };
}

/** Asks what to compare a deployment with; undefined if the question was closed. */
async function askSides(
	deployment: Deployment,
	{ deployments, history, front }: Services,
): Promise<CompareSources | undefined> {
	const { askWhat } = await import("./compareQuestions.ts");
	const left = await askWhat(deployment, deployments, history, front.files.filesOf(deployment));
	return left && { left, right: { kind: "deployment", deployment: deployment.saved.key } };
}
