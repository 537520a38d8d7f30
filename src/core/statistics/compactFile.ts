import { link, stat } from "node:fs/promises";
import { unlessMissing } from "../base/diskFailure.ts";
import { openFile, removeFile } from "../base/patientFiles.ts";
import { temporaryName, writeAtomically } from "../base/writeAtomically.ts";
import { inOrder, type Sample } from "./sample.ts";
import { append, isSameFile, readFrom } from "./sampleFile.ts";
import { readSampleLines, sampleLine } from "./sampleLine.ts";
import type { SampleLimits } from "./sampleLimits.ts";

/**
 * Rewrites a sample log without what is damaged, duplicate, or expired. Concurrent writes of other windows aren't lost
 * unless the disk doesn't support hard links; if several windows compact at once, one does it.
 *
 * @param keep selects what to keep of ordered samples
 * @param limits at most half of the bytes are used, so that this isn't repeated soon
 */
export async function compactFile(
	file: string,
	keep: (samples: readonly Sample[]) => readonly Sample[],
	limits: SampleLimits,
): Promise<void> {
	const lock = `${file}.lock`;
	if (!(await take(lock, limits.abandonedMs))) return;
	// A second name for the current file, so that it can still be read after it is replaced. Windows can't replace a
	// file that is open, so it's only opened for reading.
	const old = temporaryName(file);
	try {
		const linked = await link(file, old).then(
			() => true,
			() => false,
		);
		// A larger file wasn't written by this extension.
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

/** Returns the text of the newest samples that fit. */
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

/** Takes a lock unless another window holds it. A lock with a time in the future is treated as expired. */
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
