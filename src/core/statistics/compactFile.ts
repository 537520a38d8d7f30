import { open, rm, stat } from "node:fs/promises";
import { unlessMissing } from "../base/diskFailure.ts";
import { writeAtomically } from "../base/writeAtomically.ts";
import { inOrder, type Sample } from "./sample.ts";
import { append, isAt, readBytes } from "./sampleFile.ts";
import { readSampleLines, sampleLine } from "./sampleLine.ts";
import type { SampleLimits } from "./sampleLog.ts";
import { thin } from "./thin.ts";

/**
 * Writes a log of samples anew without what is too old, damaged or there twice. Nothing is lost that other windows
 * write meanwhile; of several windows that want to do it at once, one does.
 *
 * @param now ms since the epoch
 * @param limits half of the bytes are filled at most, so that this need not be done again soon
 */
export async function compactFile(file: string, now: number, limits: SampleLimits): Promise<void> {
	const lock = `${file}.lock`;
	if (!(await take(lock, limits.abandonedMs))) return;
	try {
		const old = await open(file, "r");
		try {
			const before = await readBytes(old, 0);
			const end = before.lastIndexOf("\n") + 1;
			const samples = thin(inOrder(readSampleLines(before.toString("utf8", 0, end))), now);
			if (!(await isAt(old, file))) return;
			await writeAtomically(file, newest(samples, limits.bytes / 2));
			// What was written meanwhile went to the old file, which has no name any more but is still open here.
			const missed = await readBytes(old, end);
			if (missed.length > 0) await append(file, `\n${missed.toString("utf8")}`);
		} finally {
			await old.close();
		}
	} finally {
		await rm(lock, { force: true });
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

/** Takes a lock that no other window holds. */
async function take(lock: string, abandonedMs: number): Promise<boolean> {
	const { mtimeMs } = (await stat(lock).catch(unlessMissing)) ?? {};
	if (mtimeMs !== undefined && Date.now() - mtimeMs > abandonedMs) await rm(lock, { force: true });
	try {
		await (await open(lock, "wx", 0o600)).close();
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
		throw error;
	}
}
