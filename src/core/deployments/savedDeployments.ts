import type { NamedDeployment, SavedDeployment, SignedOutDeployment } from "./deployment.ts";
import type { Memory } from "../base/memory.ts";
import { isWebUrl } from "../base/url.ts";

const listKey = "deployments";
const activeKey = "activeDeployment";
const seenKey = "seenUrls";
const maxSeen = 10;

/** A deployment in the list, signed in to or not. */
export type SavedEntry = SavedDeployment | SignedOutDeployment;

/** What is remembered of deployments. Read anew each time: other windows write to it, too. */
export class SavedDeployments {
	readonly #memory: Memory;

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	/** Those that are signed in to, in the user's order. */
	get list(): SavedDeployment[] {
		return this.entries.filter((entry) => "account" in entry);
	}

	/** All, in the user's order, each key once. Entries that are damaged, or of another version's making, are left out. */
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

	/** Addresses that were signed in to before, newest first. */
	get seenUrls(): string[] {
		const urls = this.#memory.get(seenKey);
		return Array.isArray(urls) ? urls.filter((url): url is string => typeof url === "string") : [];
	}

	/** Whether somebody signed in at exactly this URL, now or before. */
	isConfirmed(url: string): boolean {
		return this.entries.some((entry) => entry.url === url) || this.seenUrls.includes(url);
	}

	/**
	 * Adds a deployment, or replaces those with its key or its URL in their place, and makes it the active one. A URL
	 * that now answers with another deployment ID has a new database behind it: the old row would never answer again.
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

	/** Keeps the name and the address of a deployment in its place, and nothing else. */
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

	/** Replaces all entries, for a new order or new names. */
	async order(entries: readonly SavedEntry[]): Promise<void> {
		await this.#memory.update(listKey, entries);
	}

	async activate(key: string): Promise<void> {
		await this.#memory.update(activeKey, key);
	}

	/** Forgets that an address was ever signed in to. */
	async forgetUrl(url: string): Promise<void> {
		await this.#memory.update(
			seenKey,
			this.seenUrls.filter((seen) => seen !== url),
		);
	}
}

function readEntry(entry: unknown): SavedEntry | undefined {
	if (!isRecord(entry)) return undefined;
	const { key, url, name } = entry;
	if (typeof key !== "string" || typeof url !== "string" || typeof name !== "string")
		return undefined;
	if (!isWebUrl(url)) return undefined;
	if (entry.signedOut === true) return { key, url, name, signedOut: true };
	if (!isRecord(entry.account)) return undefined;
	const { id, username, email } = entry.account;
	if (typeof id !== "string" || typeof username !== "string") return undefined;
	return {
		key,
		url,
		name,
		account: { id, username, ...(typeof email === "string" ? { email } : {}) },
	};
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null;
}
