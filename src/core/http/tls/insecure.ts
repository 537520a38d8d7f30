import { canParse } from "../../base/url.ts";
import type { NetworkSettings } from "../settings/networkSettings.ts";
import { namesDeployment } from "../settings/namesDeployment.ts";
import { configuredProxy } from "../proxy/proxyRoute.ts";

/**
 * Returns the setting that turns off the verification of a deployment's certificate, or `undefined` if it's verified.
 * HTTP has no certificate to verify. `http.proxyStrictSSL` concerns connections through a proxy, so it applies if one
 * is configured for the deployment: a proxy that intercepts TLS presents its own certificate.
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
