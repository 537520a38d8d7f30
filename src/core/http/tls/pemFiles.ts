import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { t } from "../../base/l10n.ts";
import { expandPath } from "../settings/expand.ts";
import type { Chosen } from "../settings/networkSettings.ts";
import { SettingProblem } from "../settings/settingProblem.ts";

/** In bytes; a file with all authorities of an operating system has a tenth of it. */
const maxFileBytes = 4 * 1024 * 1024;

const pemCertificate =
	/-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END [A-Z0-9 ]*CERTIFICATE-----/g;

/**
 * Reads the certificates in a setting's file, in PEM or, for a single one, DER format.
 *
 * @returns PEM text
 * @throws {SettingProblem} describing what is wrong with the file
 */
export async function readCertificates(chosen: Chosen<string>): Promise<string> {
	const { file, content } = await readSettingFile(chosen);
	const found = content.toString("latin1").match(pemCertificate) ?? [content];
	try {
		return found.map((one) => new X509Certificate(one).toString()).join("");
	} catch (error) {
		throw new SettingProblem(
			chosen.from,
			t("The file {0} (setting {1}) contains no readable certificate.", file, chosen.from),
			{ cause: error },
		);
	}
}

/**
 * Reads the private key of a client certificate.
 *
 * @param certificate the certificate's PEM text, which must match the key
 * @returns PEM text
 * @throws {SettingProblem} describing what is wrong with the file
 */
export async function readPrivateKey(chosen: Chosen<string>, certificate: string): Promise<string> {
	const { file, content } = await readSettingFile(chosen);
	const pem = content.toString("latin1");
	const fail = (message: string, cause?: unknown): never => {
		throw new SettingProblem(chosen.from, message, { cause });
	};
	if (/-----BEGIN ENCRYPTED |Proc-Type: 4,ENCRYPTED/.test(pem)) {
		fail(
			t(
				"The key in {0} (setting {1}) is protected by a passphrase. Use one without a passphrase.",
				file,
				chosen.from,
			),
		);
	}
	let matches = false;
	try {
		matches = new X509Certificate(certificate).checkPrivateKey(createPrivateKey(pem));
	} catch (error) {
		fail(
			t("The file {0} (setting {1}) contains no readable private key.", file, chosen.from),
			error,
		);
	}
	if (!matches) {
		fail(
			t("The key in {0} (setting {1}) doesn't match the client certificate.", file, chosen.from),
		);
	}
	return pem;
}

async function readSettingFile(
	chosen: Chosen<string>,
): Promise<{ readonly file: string; readonly content: Buffer }> {
	const file = expandPath(chosen);
	try {
		if ((await stat(file)).size > maxFileBytes) {
			throw new SettingProblem(
				chosen.from,
				t("The file {0} (setting {1}) is too large to be a certificate.", file, chosen.from),
			);
		}
		return { file, content: await readFile(file) };
	} catch (error) {
		if (error instanceof SettingProblem) throw error;
		const code = error instanceof Error && "code" in error ? String(error.code) : "";
		throw new SettingProblem(
			chosen.from,
			code === "ENOENT"
				? t("The file {0} (setting {1}) doesn't exist.", file, chosen.from)
				: t("The file {0} (setting {1}) can't be read ({2}).", file, chosen.from, code),
			{ cause: error },
		);
	}
}
