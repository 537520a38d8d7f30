import { reportListenerErrors } from "../../core/base/event.ts";
import { registerContextKeys } from "./contextKeys.ts";
import { registerRefresher } from "./refreshing.ts";
import type { Services } from "./services.ts";
import { registerWindowSync } from "./windowSync.ts";

/**
 * Registers what all features rely on: refreshing, synchronization between windows, context keys, and the log of
 * errors.
 */
export function registerApp(services: Services): void {
	const { deployments, front, log, subscriptions } = services;
	subscriptions.add(
		reportListenerErrors((error) => {
			log.error(String(error));
		}),
	);
	subscriptions.add(registerContextKeys(deployments));
	subscriptions.add(registerRefresher(services));
	subscriptions.add(registerWindowSync(deployments, front.context.secrets));
}
