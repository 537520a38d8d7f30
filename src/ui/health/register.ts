import { healthAttention } from "../../core/health/healthAttention.ts";
import { surfaces } from "../../core/deployments/surfaces.ts";
import { Emitter } from "../../core/base/event.ts";
import type { Services } from "../app/services.ts";
import { onDidChangeSetting, settings } from "../app/settings.ts";
import { commandIds } from "../../core/commands/commandIds.ts";

/** Keeps visible health data up to date, and registers the command that runs a health check. */
export function registerHealth({
	attention,
	commands,
	deployments,
	front,
	subscriptions,
	watchers,
}: Services): void {
	attention.add(healthAttention);
	const { view } = front;
	const changed = subscriptions.add(new Emitter<void>());
	const fire = (): void => {
		changed.fire();
	};
	subscriptions.add(view.onDidChangeVisibility(fire));
	subscriptions.add(onDidChangeSetting("statusBar.enabled", fire));
	subscriptions.add(
		watchers.add(() => {
			const { active, list } = deployments;
			const inStatusBar = active && settings.statusBarEnabled() ? [active] : [];
			return (view.visible ? list : inStatusBar).map((deployment) => ({
				deployment,
				...surfaces.health,
			}));
		}, changed.event),
	);
	commands.onDeployment(commandIds.runHealthCheck, async (deployment) => {
		const { checkHealth } = await import("./healthCheck.ts");
		await checkHealth(deployment);
	});
}
