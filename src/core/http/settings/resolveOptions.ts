import { t } from "../../base/l10n.ts";
import { expandVariables } from "./expand.ts";
import { headerProblem } from "../headers/headerRules.ts";
import type { HeaderCommandCache } from "../headers/headerCommandCache.ts";
import { insecureBecause } from "../tls/insecure.ts";
import type { NetworkOptions, TlsOptions } from "./networkOptions.ts";
import type { Chosen, NetworkSettings } from "./networkSettings.ts";
import { readCertificates, readPrivateKey } from "../tls/pemFiles.ts";
import { chooseRoute } from "../proxy/proxyRoute.ts";
import { SettingProblem } from "./settingProblem.ts";

/**
 * Turns settings into what requests to a deployment need: expands, reads the files, runs the header command. Files are
 * read anew each time, so that a renewed client certificate is in force at once.
 *
 * @param url the deployment's base URL
 * @throws {SettingProblem} naming the setting that cannot be used
 */
export async function resolveOptions(
	settings: NetworkSettings,
	url: string,
	commands: HeaderCommandCache,
	signal: AbortSignal,
): Promise<NetworkOptions> {
	const target = new URL(url);
	const [tls, commanded] = await Promise.all([
		target.protocol === "https:" ? tlsOptions(settings, url) : { insecure: false },
		commandHeaders(settings.headerCommand, url, commands, signal),
	]);
	return {
		tls,
		headers: { ...extraHeaders(settings.headers), ...commanded },
		...(settings.timeout ? { timeoutMs: settings.timeout.value * 1000 } : {}),
		route: chooseRoute(target, settings),
		proxyAuthorization: settings.proxy.support === "off" ? "" : settings.proxy.authorization,
	};
}

async function tlsOptions(settings: NetworkSettings, url: string): Promise<TlsOptions> {
	const { caFile, altHost } = settings;
	const insecure = insecureBecause(settings, url) !== undefined;
	return {
		...(caFile && !insecure ? { ca: await readCertificates(caFile) } : {}),
		...(await clientCertificate(settings)),
		...(altHost ? { servername: expandVariables(altHost) } : {}),
		insecure,
	};
}

async function clientCertificate({
	certFile,
	keyFile,
}: NetworkSettings): Promise<{ readonly cert?: string; readonly key?: string }> {
	const only = certFile && keyFile ? undefined : (certFile ?? keyFile);
	if (only) {
		throw new SettingProblem(
			only.from,
			t(
				"The setting {0} needs the other half: a client certificate has a certificate file and a key file.",
				only.from,
			),
		);
	}
	if (!certFile || !keyFile) return {};
	const cert = await readCertificates(certFile);
	return { cert, key: await readPrivateKey(keyFile, cert) };
}

function extraHeaders(chosen: NetworkSettings["headers"]): Readonly<Record<string, string>> {
	if (!chosen) return {};
	const { from } = chosen;
	return Object.fromEntries(
		Object.entries(chosen.value).map(([name, written]) => {
			const value = expandVariables({ value: written, from });
			const problem = headerProblem(name, value);
			if (problem) throw new SettingProblem(from, t("The setting {0}: {1}", from, problem));
			return [name, value];
		}),
	);
}

async function commandHeaders(
	chosen: Chosen<string> | undefined,
	url: string,
	commands: HeaderCommandCache,
	signal: AbortSignal,
): Promise<Readonly<Record<string, string>>> {
	if (!chosen) return {};
	const command = expandVariables(chosen);
	return commands.headers({ command, from: chosen.from, url }, signal);
}
