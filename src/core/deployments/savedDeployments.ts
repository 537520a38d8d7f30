import { isSignedIn, readEntry, type SavedEntry } from "./savedEntry.ts";
import type { NamedDeployment, SavedDeployment } from "./deployment.ts";
import type { Memory } from "../base/memory.ts";

const listKey = "deployments";
const activeKey = "activeDeployment";
const seenKey = "seenUrls";
const maxSeen = 10;

/** The stored deployments. Read again each time, because other windows write them too. */
export class SavedDeployments {
	readonly #memory: Memory;

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	/** Deployments that are signed in, in the user's order. */
	get list(): SavedDeployment[] {
		return this.entries.filter(isSignedIn);
	}

	/**
	 * All deployments in the user's order, with unique keys. Skips entries that are damaged or from an incompatible
	 * version.
	 */
	get entries(): SavedEntry[] {
		const stored = this.#memory.get(listKey);
		if (!Array.isArray(stored)) return [];
		const entries = stored.flatMap((entry: unknown) => readEntry(entry) ?? []);
		const keys = new Set<string>();
		return entries.filter(({ key }) => !keys.has(key) && keys.add(key));
	}

	get activeKey(): string | undefined {
		const key = this.#memory.get(activeKey);
		return typeof key === "string" ? key : undefined;
	}

	/** Addresses that the user signed in to before, newest first. */
	get seenUrls(): string[] {
		const urls = this.#memory.get(seenKey);
		return Array.isArray(urls) ? urls.filter((url): url is string => typeof url === "string") : [];
	}

	/** Returns whether the user has ever signed in to exactly this URL. */
	isConfirmed(url: string): boolean {
		return this.entries.some((entry) => entry.url === url) || this.seenUrls.includes(url);
	}

	/**
	 * Adds a deployment, or replaces the ones with the same key or URL, and makes it active. If a URL has a new
	 * deployment ID, its database was replaced, and the old row would never be valid again.
	 */
	async put(saved: SavedDeployment): Promise<void> {
		const seen = [saved.url, ...this.seenUrls.filter((url) => url !== saved.url)];
		await this.#memory.update(seenKey, seen.slice(0, maxSeen));
		await this.activate(saved.key);
		const { entries } = this;
		const isReplaced = (entry: NamedDeployment): boolean =>
			entry.key === saved.key || entry.url === saved.url;
		const place = entries.findIndex(isReplaced);
		const others = entries.filter((entry) => !isReplaced(entry));
		await this.order(others.toSpliced(place === -1 ? others.length : place, 0, saved));
	}

	/** Keeps only the name and address of a deployment, in the same place. */
	async signOut(key: string): Promise<void> {
		await this.order(
			this.entries.map((entry) => {
				const { url, name } = entry;
				return entry.key === key ? { key, url, name, signedOut: true } : entry;
			}),
		);
	}

	async remove(key: string): Promise<void> {
		await this.order(this.entries.filter((entry) => entry.key !== key));
	}

	/** Replaces all entries, to change their order or names. */
	async order(entries: readonly SavedEntry[]): Promise<void> {
		await this.#memory.update(listKey, entries);
	}

	async activate(key: string): Promise<void> {
		await this.#memory.update(activeKey, key);
	}

	/** Removes an address from the ones signed in to before. */
	async forgetUrl(url: string): Promise<void> {
		await this.#memory.update(
			seenKey,
			this.seenUrls.filter((seen) => seen !== url),
		);
	}
}
