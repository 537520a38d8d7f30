import { link, stat } from "node:fs/promises";
import { unlessMissing } from "../base/diskFailure.ts";
import { openFile, removeFile } from "../base/patientFiles.ts";
import { temporaryName, writeAtomically } from "../base/writeAtomically.ts";
import { inOrder, type Sample } from "./sample.ts";
import { append, isSameFile, readFrom } from "./sampleFile.ts";
import { readSampleLines, sampleLine } from "./sampleLine.ts";
import type { SampleLimits } from "./sampleLimits.ts";

/**
 * Writes a log of samples anew without what is damaged, there twice or not to be kept. Nothing is lost that other
 * windows write meanwhile, unless the disk has no hard links; of several windows that want to do it at once, one does.
 *
 * @param keep picks what is to be kept of samples that are in order
 * @param limits half of the bytes are filled at most, so that this need not be done again soon
 */
export async function compactFile(
	file: string,
	keep: (samples: readonly Sample[]) => readonly Sample[],
	limits: SampleLimits,
): Promise<void> {
	const lock = `${file}.lock`;
	if (!(await take(lock, limits.abandonedMs))) return;
	// A second name for the file as it is now, by which it can still be read once another one has taken its place.
	// Windows lets nobody take the place of a file that is open, so it is opened only to be read.
	const old = temporaryName(file);
	try {
		const linked = await link(file, old).then(
			() => true,
			() => false,
		);
		// A file larger than this was not written by this extension.
		const start = Math.max(0, (await stat(file)).size - 16 * limits.bytes);
		const before = await readFrom(linked ? old : file, start);
		const end = before.lastIndexOf("\n") + 1;
		const samples = keep(inOrder(readSampleLines(before.toString("utf8", 0, end))));
		if (linked && !(await isSameFile(old, file))) return;
		await writeAtomically(file, newest(samples, limits.bytes / 2));
		const missed = linked ? await readFrom(old, start + end) : [];
		if (missed.length > 0) await append(file, `\n${missed.toString()}`);
	} finally {
		await removeFile(old);
		await removeFile(lock);
	}
}

/** The text of the newest samples that fit; the oldest go first. */
function newest(samples: readonly Sample[], bytes: number): string {
	const lines: string[] = [];
	let size = 0;
	for (const sample of samples.toReversed()) {
		const line = sampleLine(sample);
		size += Buffer.byteLength(line);
		if (size > bytes) break;
		lines.push(line);
	}
	return lines.reverse().join("");
}

/** Takes a lock that no other window holds. One with a time to come is as old as one that is too old. */
async function take(lock: string, abandonedMs: number): Promise<boolean> {
	const { mtimeMs } = (await stat(lock).catch(unlessMissing)) ?? {};
	if (mtimeMs !== undefined && Math.abs(Date.now() - mtimeMs) > abandonedMs) await removeFile(lock);
	try {
		await (await openFile(lock, "wx", 0o600)).close();
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		throw error;
	}
}
