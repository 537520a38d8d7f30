import { reportListenerErrors } from "../../core/base/event.ts";
import { registerContextKeys } from "./contextKeys.ts";
import { registerRefresher } from "./refreshing.ts";
import type { Services } from "./services.ts";
import { registerWindowSync } from "./windowSync.ts";

/** What all features rely on: fresh answers, the same deployments in all windows, context keys, and a log of mistakes. */
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
