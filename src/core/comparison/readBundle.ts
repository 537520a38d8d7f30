import { formatBytes, formatCount } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { readVersion, type ReadConfig } from "./readConfig.ts";
import { readJsonConfig } from "./readJson.ts";
import { UnreadableFile } from "./unreadable.ts";
import { DamagedZip, unzip, zipDirectory, zipEntries, type ZipEntry } from "./zip.ts";

/** Limits for a support bundle. Anything larger isn't from Coder or is malicious. */
export const bundleLimits = {
	archiveBytes: 256_000_000,
	entries: 10_000,
	/** For one inflated entry. */
	entryBytes: 16_000_000,
} as const;

const configPath = "deployment/config.json";
const buildPath = "deployment/buildinfo.json";

/** Returns true for data that begins like a ZIP archive. */
export function looksLikeZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * Reads the configuration from the output of `coder support bundle`. Reads only the archive's directory and two of its
 * entries, in memory, and extracts nothing to disk. Other entries aren't read: logs, and the template's source, which
 * is a nested archive.
 *
 * @throws UnreadableFile with a sentence for users
 */
export async function readBundle(bytes: Uint8Array): Promise<ReadConfig> {
	if (bytes.length > bundleLimits.archiveBytes) throw tooLarge(bundleLimits.archiveBytes);
	const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		const entries = find(archive);
		const config = entries.get(configPath);
		if (!config) {
			throw new UnreadableFile(
				"noEntry",
				t("This archive contains no {0}. Is it a Coder support bundle?", configPath),
			);
		}
		const build = entries.get(buildPath);
		const version = build && readVersion(await textOf(archive, build));
		return {
			...readJsonConfig(await textOf(archive, config)),
			...(version !== undefined && { version }),
		};
	} catch (error) {
		if (!(error instanceof DamagedZip)) throw error;
		throw new UnreadableFile("damaged", t("This archive is damaged: {0}.", error.message));
	}
}

/** Returns the entries by name. The first of several entries with the same name wins, as in other tools. */
function find(archive: Buffer): ReadonlyMap<string, ZipEntry> {
	const directory = zipDirectory(archive);
	if (directory.entryCount > bundleLimits.entries) {
		throw new UnreadableFile(
			"tooLarge",
			t(
				"This archive has {0} entries, more than a support bundle contains.",
				formatCount(directory.entryCount),
			),
		);
	}
	const entries = zipEntries(archive, directory).reverse();
	return new Map(entries.map((entry) => [entry.name, entry]));
}

async function textOf(archive: Buffer, entry: ZipEntry): Promise<string> {
	if (entry.size > bundleLimits.entryBytes) throw tooLarge(bundleLimits.entryBytes);
	if (entry.encrypted) {
		throw new UnreadableFile("damaged", t("This archive is password-protected."));
	}
	return (await unzip(archive, entry)).toString("utf8");
}

function tooLarge(limit: number): UnreadableFile {
	return new UnreadableFile(
		"tooLarge",
		t("This file contains more than {0}, the most that can be read.", formatBytes(limit)),
	);
}
