import { mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { ownFileBounds } from "../base/bounds.ts";
import { checkValue } from "../base/checkValue.ts";
import { isMoment } from "../base/moment.ts";
import { readAtMost } from "../base/readAtMost.ts";
import type { SavedDeployment } from "./deployment.ts";
import { fileNameOf } from "../base/fileName.ts";
import { writeAtomically } from "../base/writeAtomically.ts";
import { formatJson, isJsonObject, parseJson, type JsonValue } from "../base/json.ts";
import type { EndpointId } from "../coder/model.ts";
import type { ResponseHeaders } from "../http/responseHeaders.ts";
import type { Slot } from "./slot.ts";
import { SerialQueue } from "../base/serialQueue.ts";

/** The maximum size of a shared answer, in bytes. Answers are limited in size and written with tabs. */
const largestFile = 64_000_000;

/** A successful answer and its headers. */
export interface SharedAnswer {
	readonly slot: Slot<unknown>;
	readonly headers: ResponseHeaders;
}

/** The answers of one deployment to one account, shared with other windows of the editor. */
export interface SharedAnswers {
	/** Reads another window's latest answer, or `undefined` if there is none or it can't be read. Never rejects. */
	read(id: EndpointId): Promise<SharedAnswer | undefined>;
	/** Shares an answer with the other windows. */
	write(id: EndpointId, answer: SharedAnswer): void;
}

/**
 * A folder in which the windows of the editor share answers, one file per endpoint. Values are the same as in the rest
 * of the extension, so they contain no secrets. It may be deleted at any time: it only saves requests.
 */
export class SharedFolder {
	readonly #root: string;
	readonly #format: string;
	readonly #queue = new SerialQueue();

	/**
	 * @param root the folder; doesn't have to exist
	 * @param format identifies the format of the files; files in another format are ignored
	 */
	constructor(root: string, format: string) {
		this.#root = root;
		this.#format = format;
	}

	/** Returns the shared answers of a deployment. Each address and account has its own. */
	of(saved: SavedDeployment): SharedAnswers {
		const folder = path.join(this.#root, folderName(saved));
		return {
			read: async (id) => {
				try {
					return this.#parse((await readAtMost(fileOf(folder, id), largestFile)).toString("utf8"));
				} catch {
					return undefined;
				}
			},
			write: (id, { slot, headers }) => {
				const text = formatJson({ format: this.#format, slot, headers } as unknown as JsonValue);
				void this.#inTurn(async () => {
					await mkdir(folder, { recursive: true, mode: 0o700 });
					await writeAtomically(fileOf(folder, id), text);
				});
			},
		};
	}

	/** Deletes the answers of all deployments and accounts except these. Never rejects. */
	keepOnly(saved: readonly SavedDeployment[]): Promise<void> {
		const kept = new Set(saved.map(folderName));
		return this.#inTurn(async () => {
			const names = await readdir(this.#root);
			for (const name of names.filter((folder) => !kept.has(folder)))
				await rm(path.join(this.#root, name), { recursive: true, force: true });
		});
	}

	/** Resolves when all previous writes are done. */
	async settled(): Promise<void> {
		await this.#queue.run(() => Promise.resolve());
	}

	#parse(text: string): SharedAnswer | undefined {
		const read = parseJson(text);
		checkValue(read, ownFileBounds);
		if (!isJsonObject(read) || read.format !== this.#format) return undefined;
		const { slot, headers } = read;
		if (!isJsonObject(slot) || !isMoment(slot.at) || !isJsonObject(headers)) return undefined;
		return read as unknown as SharedAnswer;
	}

	/**
	 * Runs operations in order, so that deleted files aren't written again. Failures are ignored: the answer just isn't
	 * shared.
	 */
	#inTurn(run: () => Promise<void>): Promise<void> {
		return this.#queue.run(run).catch(() => undefined);
	}
}

function folderName({ key, url, account }: SavedDeployment): string {
	return fileNameOf(JSON.stringify([key, url, account.id]));
}

function fileOf(folder: string, id: EndpointId): string {
	return path.join(folder, `${id}.json`);
}
