import { t } from "../../base/l10n.ts";
import { expandVariables } from "./expand.ts";
import { headerProblem } from "../headers/headerRules.ts";
import { headersFor } from "../headers/headersFor.ts";
import type { HeaderCommandCache } from "../headers/headerCommandCache.ts";
import { insecureBecause } from "../tls/insecure.ts";
import type { NetworkOptions, TlsOptions } from "./networkOptions.ts";
import type { Chosen, NetworkSettings } from "./networkSettings.ts";
import { readCertificates, readPrivateKey } from "../tls/pemFiles.ts";
import type { Standing } from "./perDeployment.ts";
import { chooseRoute } from "../proxy/proxyRoute.ts";
import { SettingProblem } from "./settingProblem.ts";

/**
 * Resolves the settings for requests to a deployment: expands variables, reads files, and runs the header command.
 * Files are read each time, so that a renewed client certificate is used immediately.
 *
 * @param url the deployment's base URL
 * @param standing whether it gets headers
 * @throws {SettingProblem} with the name of the invalid setting
 */
export async function resolveOptions(
	settings: NetworkSettings,
	url: string,
	commands: HeaderCommandCache,
	signal: AbortSignal,
	standing: Standing,
): Promise<NetworkOptions> {
	const target = new URL(url);
	const chosen = headersFor(settings, url, standing);
	const [tls, commanded] = await Promise.all([
		target.protocol === "https:" ? tlsOptions(settings, url) : { insecure: false },
		commandHeaders(chosen.command, url, commands, signal),
	]);
	return {
		tls,
		headers: mergeHeaders([...chosen.headers.map(expandHeaders), commanded]),
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
				"The setting {0} is incomplete: a client certificate requires both a certificate file and a key file.",
				only.from,
			),
		);
	}
	if (!certFile || !keyFile) return {};
	const cert = await readCertificates(certFile);
	return { cert, key: await readPrivateKey(keyFile, cert) };
}

type Headers = Readonly<Record<string, string>>;

function expandHeaders({ value: headers, from }: Chosen<Headers>): Headers {
	return Object.fromEntries(
		Object.entries(headers).map(([name, written]) => {
			const value = expandVariables({ value: written, from });
			const problem = headerProblem(name, value);
			if (problem) throw new SettingProblem(from, t("Setting {0}: {1}", from, problem));
			return [name, value];
		}),
	);
}

async function commandHeaders(
	chosen: Chosen<string> | undefined,
	url: string,
	commands: HeaderCommandCache,
	signal: AbortSignal,
): Promise<Headers> {
	if (!chosen) return {};
	const command = expandVariables(chosen);
	return commands.headers({ command, from: chosen.from, url }, signal);
}

/** Merges headers. The last one with the same name, ignoring case, wins. */
function mergeHeaders(parts: readonly Headers[]): Headers {
	const merged = new Map<string, [string, string]>();
	for (const entry of parts.flatMap(Object.entries<string>)) {
		merged.set(entry[0].toLowerCase(), entry);
	}
	return Object.fromEntries(merged.values());
}
