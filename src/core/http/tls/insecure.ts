import { canParse } from "../../base/url.ts";
import type { NetworkSettings } from "../settings/networkSettings.ts";
import { namesDeployment } from "../settings/namesDeployment.ts";
import { configuredProxy } from "../proxy/proxyRoute.ts";

/**
 * The setting because of which a deployment's certificate is not verified; `undefined` where it is. For http there is
 * no certificate to verify. `http.proxyStrictSSL` speaks of what comes through a proxy, so it counts where one that
 * is configured lies on the way: a proxy that opens TLS shows its own certificate in place of the deployment's.
 *
 * @param url the deployment's base URL
 */
export function insecureBecause(
	{ insecure, proxy }: NetworkSettings,
	url: string,
	env: NodeJS.ProcessEnv = process.env,
): string | undefined {
	if (!canParse(url)) return undefined;
	const target = new URL(url);
	if (target.protocol !== "https:") return undefined;
	if (
		insecure &&
		(insecure.value === true || insecure.value.some((entry) => namesDeployment(entry, target)))
	)
		return insecure.from;
	if (!proxy.strictSsl && configuredProxy(target, proxy, env)) return "http.proxyStrictSSL";
	return undefined;
}
