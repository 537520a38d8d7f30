import { crc32 } from "node:zlib";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { formatBytes, formatCount } from "../format.ts";
import { t } from "../l10n.ts";
import { readVersion, type ReadConfig } from "./readConfig.ts";
import { readJsonConfig } from "./readJson.ts";
import { UnreadableFile } from "./unreadable.ts";

/** What a support bundle may be at most; more is not Coder's, or is meant to harm. */
export const bundleLimits = {
	archiveBytes: 256_000_000,
	entries: 10_000,
	/** Of one inflated entry. */
	entryBytes: 16_000_000,
} as const;

const configPath = "deployment/config.json";
const buildPath = "deployment/buildinfo.json";

/** True for what begins as a zip archive does. */
export function looksLikeZip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * Reads the configuration out of what `coder support bundle` wrote. Only the archive's directory and two of its
 * entries are read, into memory; nothing is unpacked to a disk. The other entries are none of our business: logs, and
 * a template's source, which is an archive in the archive.
 *
 * @throws UnreadableFile with a sentence for people
 */
export async function readBundle(bytes: Uint8Array): Promise<ReadConfig> {
	if (bytes.length > bundleLimits.archiveBytes) throw tooLarge(bundleLimits.archiveBytes);
	if (!looksLikeZip(bytes)) throw new UnreadableFile("notZip", t("This file is no zip archive."));
	const archive = await open(bytes);
	try {
		const entries = await find(archive);
		const config = entries.get(configPath);
		if (!config) {
			throw new UnreadableFile(
				"noEntry",
				t("There is no {0} in this archive. Is it a support bundle of Coder?", configPath),
			);
		}
		const build = entries.get(buildPath);
		const version = build && readVersion(await inflate(archive, build));
		return {
			...readJsonConfig(await inflate(archive, config)),
			...(version !== undefined && { version }),
		};
	} finally {
		archive.close();
	}
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
	try {
		const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		return await fromBufferPromise(buffer, { lazyEntries: true });
	} catch (error) {
		throw damaged(error);
	}
}

/** The entries that matter, by name. Of two with one name the first counts, as for other tools. */
async function find(archive: ZipFile): Promise<ReadonlyMap<string, Entry>> {
	if (archive.entryCount > bundleLimits.entries) {
		throw new UnreadableFile(
			"tooLarge",
			t(
				"This archive has {0} entries, more than a support bundle would.",
				formatCount(archive.entryCount),
			),
		);
	}
	const found = new Map<string, Entry>();
	try {
		for await (const entry of archive.eachEntry()) {
			const { fileName } = entry;
			const wanted = fileName === configPath || fileName === buildPath;
			if (wanted && !found.has(fileName)) found.set(fileName, entry);
		}
	} catch (error) {
		throw damaged(error);
	}
	return found;
}

/** The text of an entry. Inflating ends as soon as there is more than promised, or than allowed. */
async function inflate(archive: ZipFile, entry: Entry): Promise<string> {
	if (entry.uncompressedSize > bundleLimits.entryBytes) throw tooLarge(bundleLimits.entryBytes);
	if (entry.isEncrypted()) {
		throw new UnreadableFile("damaged", t("This archive is protected by a password."));
	}
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of await archive.openReadStreamPromise(entry)) {
			size += (chunk as Buffer).length;
			// Leaving the loop destroys the stream.
			if (size > bundleLimits.entryBytes) throw tooLarge(bundleLimits.entryBytes);
			chunks.push(chunk as Buffer);
		}
	} catch (error) {
		throw error instanceof UnreadableFile ? error : damaged(error);
	}
	const whole = Buffer.concat(chunks);
	if (crc32(whole) !== entry.crc32) throw damaged(t("a checksum is wrong"));
	return whole.toString("utf8");
}

function damaged(cause: unknown): UnreadableFile {
	const why = cause instanceof Error ? cause.message : String(cause);
	return new UnreadableFile("damaged", t("This archive is damaged: {0}.", why));
}

function tooLarge(limit: number): UnreadableFile {
	return new UnreadableFile(
		"tooLarge",
		t("There is more in this file than the {0} that are read.", formatBytes(limit)),
	);
}
