import { realpath } from "node:fs/promises";
import path from "node:path";

/** A workspace folder. */
export interface FolderPaths {
	readonly name: string;
	/** The path of its URI, with slashes. */
	readonly path: string;
	/** Its path as the operating system writes it. */
	readonly fsPath: string;
}

/**
 * Returns the paths below a folder that a path may refer to.
 *
 * @param wanted relative to the folder, or preceded by the folder's own path or name
 * @returns an empty list if the path leads out of the folder
 */
export function pathsBelow(wanted: string, { name, path: root, fsPath }: FolderPaths): string[] {
	const slashed = wanted.replaceAll("\\", "/");
	if (slashed.includes("\0")) return [];
	const own = [root, fsPath.replaceAll("\\", "/")].map((one) => one.replace(/\/$/, ""));
	const isAbsolute = /^(?:\/|[a-z]:)/i.test(slashed);
	const starts = isAbsolute ? own.map((one) => `${one}/`) : [`${name}/`, ""];
	const below = starts.flatMap((start) => {
		if (!slashed.startsWith(start)) return [];
		const relative = path.posix.normalize(slashed.slice(start.length));
		return relative === "." || isOutside(relative) ? [] : [relative];
	});
	return [...new Set(below)];
}

function isOutside(relative: string): boolean {
	return relative === ".." || relative.startsWith("../") || relative.startsWith("/");
}

/**
 * Returns whether a file on disk is in one of the folders after symbolic links are resolved.
 *
 * @returns undefined if the file doesn't exist
 */
export async function isReallyBelow(
	file: string,
	folders: readonly string[],
): Promise<boolean | undefined> {
	try {
		const real = await realpath(file);
		const roots = await Promise.all(folders.map((folder) => realpath(folder)));
		return roots.some((root) => {
			const relative = path.relative(root, real);
			return (
				relative !== "" &&
				relative !== ".." &&
				!relative.startsWith(`..${path.sep}`) &&
				!path.isAbsolute(relative)
			);
		});
	} catch {
		// The file, or the folder, is missing or can't be read.
		return undefined;
	}
}
