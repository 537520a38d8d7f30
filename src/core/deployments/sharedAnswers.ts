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

/** No shared answer is larger than this, in bytes: answers are bounded, and written with tabs. */
const largestFile = 64_000_000;

/** A good answer and its headers. */
export interface SharedAnswer {
	readonly slot: Slot<unknown>;
	readonly headers: ResponseHeaders;
}

/** The answers of one deployment to one account, shared with the other windows of the editor. */
export interface SharedAnswers {
	/** What a window was answered last; nothing when there is nothing, or it cannot be read. It never rejects. */
	read(id: EndpointId): Promise<SharedAnswer | undefined>;
	/** Hands an answer to the other windows. */
	write(id: EndpointId, answer: SharedAnswer): void;
}

/**
 * A folder in which the windows of the editor leave good answers for each other, a file an endpoint. Values are those
 * that the rest of the extension has, so without secrets. It may be deleted at any time: it only saves requests.
 */
export class SharedFolder {
	readonly #root: string;
	readonly #format: string;
	readonly #queue = new SerialQueue();

	/**
	 * @param root the folder; it need not be there yet
	 * @param format names what wrote the files; those of another format are not read
	 */
	constructor(root: string, format: string) {
		this.#root = root;
		this.#format = format;
	}

	/** The answers of a deployment; another address or account has none of them. */
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

	/** Deletes the answers of all other deployments and accounts than these. It never rejects. */
	keepOnly(saved: readonly SavedDeployment[]): Promise<void> {
		const kept = new Set(saved.map(folderName));
		return this.#inTurn(async () => {
			const names = await readdir(this.#root);
			for (const name of names.filter((folder) => !kept.has(folder)))
				await rm(path.join(this.#root, name), { recursive: true, force: true });
		});
	}

	/** Resolves when all that was written before is there. */
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

	/** One after the other, so that what is deleted is not written again. What fails is not shared, that is all. */
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
