import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import { describeCertificate } from "../../core/http/tls/certificate.ts";
import { explainCertificate } from "../../core/http/tls/explainCertificate.ts";
import { inspectServer, type Handshake } from "../../core/http/tls/handshake.ts";
import {
	defaultNetworkOptions,
	type NetworkOptions,
} from "../../core/http/settings/networkOptions.ts";
import { readCertificates } from "../../core/http/tls/pemFiles.ts";
import { isUnknownIssuer } from "../../core/http/tls/trust.ts";
import { toTransportError } from "../../core/http/networkErrors.ts";
import type { Clients } from "../../core/deployments/makeClients.ts";
import { askModal, showError, showInformation } from "../messages/messages.ts";
import { withCancellableProgress } from "../messages/progress.ts";
import { userSetting, writeUserSetting } from "../app/userSettings.ts";

/** A server whose certificate was inspected, and how it was reached. */
interface Server {
	readonly url: URL;
	readonly options: NetworkOptions;
	readonly shown: Handshake;
}

/**
 * Offers to trust a server's certificate authority: shows the server's certificate, lets the user select a file, and
 * applies it only if it makes that server trusted.
 *
 * @param url the deployment's URL
 * @returns whether the setting was written
 */
export async function pickCaFile(url: string, clients: Clients): Promise<boolean> {
	const server = await look(url, clients);
	return server !== undefined && (await wantsFile(server)) && chooseFile(server);
}

/** Inspects the server's certificate. @returns undefined if the user canceled */
async function look(text: string, clients: Clients): Promise<Server | undefined> {
	const url = new URL(text);
	if (url.protocol !== "https:") {
		throw new Error(t("{0} doesn't use HTTPS, so there's no certificate to trust.", text));
	}
	return withCancellableProgress(t("Reading the certificate of {0}…", url.host), async (signal) => {
		const outcome = await clients.network.options(text, signal, "handshake");
		const broken = outcome.ok ? undefined : outcome.failure;
		// An unusable CA file is the very reason to select another one.
		if (broken && !broken.setting?.endsWith("tlsCaFile")) throw new Error(broken.message);
		const options = outcome.ok ? outcome.value : defaultNetworkOptions;
		const shown = await inspect(url, options, signal);
		return shown && { url, options, shown };
	});
}

/** Asks whether to trust the certificate. */
async function wantsFile({ url, shown }: Server): Promise<boolean> {
	if (shown.problem === "") {
		void showInformation(t("The certificate of {0} is already trusted.", url.host));
		return false;
	}
	const { certificates, problem } = shown;
	const explanation = explainCertificate(problem, url.host, url.hostname, certificates, Date.now());
	const choose = t("Choose CA File");
	const answer = await askModal(
		explanation.message,
		[
			...certificates.map(describeCertificate),
			t(
				"Compare the fingerprint with one that an administrator gives you through another channel.",
			),
		].join("\n\n"),
		choose,
	);
	return answer === choose;
}

/** Asks for files until one fits. @returns whether the setting was written */
async function chooseFile({ url, options }: Server): Promise<boolean> {
	for (;;) {
		const picked = await vscode.window.showOpenDialog({
			title: t("CA File for {0}", url.host),
			openLabel: t("Trust"),
			filters: { [t("Certificates")]: ["pem", "crt", "cer", "der", "ca-bundle"], "*": ["*"] },
		});
		const file = picked?.[0]?.fsPath;
		if (file === undefined) return false;
		const problem = await problemOf(file, url, options);
		if (problem === undefined) return save(file);
		const again = t("Choose Another File");
		if ((await showError(problem, again)) !== again) return false;
	}
}

/** Describes why a file doesn't make the server trusted; undefined if it does. */
async function problemOf(
	file: string,
	url: URL,
	options: NetworkOptions,
): Promise<string | undefined> {
	try {
		const ca = await readCertificates({ value: file, from: "coderDeployment.tlsCaFile" });
		const shown = await inspect(url, options, AbortSignal.timeout(10_000), ca);
		// Another file wouldn't solve other problems with the certificate.
		return shown && !isUnknownIssuer(shown.problem)
			? undefined
			: t("{1} can't be verified with the certificates in {0}.", file, url.host);
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

async function save(file: string): Promise<boolean> {
	const setting = "coderDeployment.tlsCaFile";
	const set = userSetting(setting);
	if (typeof set === "string" && set !== "" && set !== file) {
		const replace = t("Replace");
		const answer = await askModal(
			t("The CA file {0} is already set.", set),
			t(
				"All deployments share one CA file. If another deployment needs the old file, combine both files' certificates into one and choose that file.",
			),
			replace,
		);
		if (answer !== replace) return false;
	}
	await writeUserSetting(setting, file);
	void showInformation(t("{0} is now used as the CA file.", file));
	return true;
}

/** Performs the handshake; undefined if the signal aborted it. Error messages are sentences. */
async function inspect(
	url: URL,
	options: NetworkOptions,
	signal: AbortSignal,
	ca?: string,
): Promise<Handshake | undefined> {
	try {
		return await inspectServer(url, options, signal, ca);
	} catch (error) {
		if (signal.aborted) return undefined;
		throw new Error(t("Couldn't connect to {0}: {1}.", url.host, toTransportError(error).message), {
			cause: error,
		});
	}
}
