import {
	namedPart,
	type Deployment,
	type ListedDeployment,
	type SavedDeployment,
} from "./deployment.ts";
import { DisposableStore, Emitter, type Disposable } from "../base/event.ts";
import { LostSignIns } from "./lostSignIns.ts";
import { SavedDeployments } from "./savedDeployments.ts";
import { isSignedIn } from "./savedEntry.ts";
import type { Memory } from "../base/memory.ts";
import { secretChanged } from "./secretStorageFailure.ts";
import { Sessions, type Secrets } from "./sessions.ts";
import { SignedOut } from "./signedOut.ts";

/**
 * The deployments that the user is signed in to, each with its own session, one of them active, and those that the user
 * signed out of, which stay until they're removed.
 */
export class Deployments implements Disposable {
	readonly #saved: SavedDeployments;
	readonly #sessions: Sessions;
	readonly #signedOut: SignedOut;
	readonly #connect: (saved: SavedDeployment) => Deployment;
	readonly #changed = new Emitter<void>();
	readonly #deploymentChanged = new Emitter<Deployment>();
	readonly #subscriptions = new Map<Deployment, DisposableStore>();
	readonly #lost: LostSignIns;
	#list: readonly Deployment[] = [];
	#listed: readonly ListedDeployment[] = [];
	#active: Deployment | undefined;

	/**
	 * @param connect creates the live part of a saved deployment
	 * @param sessions the tokens in `secrets`
	 */
	constructor(
		memory: Memory,
		secrets: Secrets,
		connect: (saved: SavedDeployment) => Deployment,
		sessions = new Sessions(secrets),
	) {
		this.#saved = new SavedDeployments(memory);
		this.#sessions = sessions;
		this.#signedOut = new SignedOut(memory);
		this.#lost = new LostSignIns(this.#saved, sessions, this.#signedOut);
		this.#connect = connect;
		this.sync();
	}

	/** Fires when the list or the active deployment changes. */
	get onDidChange() {
		return this.#changed.event;
	}

	/** Fires when any deployment has new data. */
	get onDidChangeDeployment() {
		return this.#deploymentChanged.event;
	}

	/** Deployments that the user is signed in to, in the user's order. */
	get list(): readonly Deployment[] {
		return this.#list;
	}

	/** All deployments with a row in the overview, in the user's order. */
	get listed(): readonly ListedDeployment[] {
		return this.#listed;
	}

	/** The deployment that the status bar and commands use; by default the first. */
	get active(): Deployment | undefined {
		return this.#active;
	}

	/** Addresses that the user signed in to before, newest first. */
	get seenUrls(): readonly string[] {
		return this.#saved.seenUrls;
	}

	/** Returns whether the user has ever signed in to exactly this URL. */
	isConfirmed(url: string): boolean {
		return this.#saved.isConfirmed(url);
	}

	find(key: string): Deployment | undefined {
		return this.#list.find(({ saved }) => saved.key === key);
	}

	findListed(key: string): ListedDeployment | undefined {
		return this.#listed.find((listed) => namedPart(listed).key === key);
	}

	/**
	 * Returns the deployment at a URL. Version 0.1 kept several rows for a URL when its database was replaced; only the
	 * last or active one was signed in to afterward.
	 */
	at(url: string): Deployment | undefined {
		const all = this.#list.filter(({ saved }) => saved.url === url);
		const { activeKey } = this.#saved;
		return all.find(({ saved }) => saved.key === activeKey) ?? all.at(-1);
	}

	/** Stores a verified session, replaces any previous one, and makes its deployment active. */
	async signIn(saved: SavedDeployment, token: string): Promise<Deployment> {
		// Write the list first: other windows read it when the token changes.
		const before = this.#saved.entries;
		await this.#signedOut.delete(saved.key);
		await this.#saved.put(saved);
		try {
			await secretChanged(this.#sessions.keep(saved, token));
		} catch (error) {
			await this.#saved.order(before);
			throw error;
		}
		const replaced = before.filter(({ key, url }) => url === saved.url && key !== saved.key);
		for (const { key } of replaced) {
			// No row refers to the old token, and its server is gone, so it's harmless if it remains.
			await this.#sessions.forget(key).catch(() => undefined);
		}
		this.#lost.add(saved);
		this.sync();
		const deployment = this.find(saved.key);
		if (!deployment) throw new Error("The deployment wasn't stored.");
		return deployment;
	}

	/** Deletes the token and the account. Keeps name and address in the list and in {@link seenUrls}. */
	async signOut({ saved }: Deployment): Promise<void> {
		await this.#forgetSession(saved.key);
		await this.#saved.signOut(saved.key);
		this.sync();
	}

	/** Signs out and deletes name and address too. */
	async remove(listed: ListedDeployment): Promise<void> {
		const { key, url } = namedPart(listed);
		await this.#forgetSession(key);
		await this.#saved.remove(key);
		await this.#saved.forgetUrl(url);
		this.sync();
	}

	async switchTo({ saved }: Deployment): Promise<void> {
		await this.#saved.activate(saved.key);
		this.sync();
	}

	async rename(listed: ListedDeployment, name: string): Promise<void> {
		const { key } = namedPart(listed);
		await this.#saved.order(
			this.#saved.entries.map((entry) => (entry.key === key ? { ...entry, name } : entry)),
		);
		this.sync();
	}

	/** Moves a deployment before another one, or to the end. */
	async move(listed: ListedDeployment, before: ListedDeployment | undefined): Promise<void> {
		const { entries } = this.#saved;
		const place = before && namedPart(before).key;
		const moved = entries.find(({ key }) => key === namedPart(listed).key);
		if (!moved || place === moved.key) return;
		const rest = entries.filter((entry) => entry !== moved);
		const index = before ? rest.findIndex(({ key }) => key === place) : rest.length;
		await this.#saved.order(rest.toSpliced(index === -1 ? rest.length : index, 0, moved));
		this.sync();
	}

	/** Restores sign-ins of this window that another window's write dropped. */
	async restoreLost(): Promise<void> {
		await this.#lost.restore(() => {
			this.sync();
		});
	}

	/** Applies what is stored, whichever window wrote it. Deployments that remain keep their data. */
	sync(): void {
		const before = this.#list;
		const activeBefore = this.#active;
		const savedBefore = this.#savedText();
		this.#listed = this.#saved.entries.map((entry) =>
			isSignedIn(entry) ? this.#keepOrOpen(entry) : entry,
		);
		this.#list = this.#listed.filter((listed) => "saved" in listed);
		for (const old of before) if (!this.#list.includes(old)) this.#close(old);
		const { activeKey } = this.#saved;
		this.#active = this.#list.find(({ saved }) => saved.key === activeKey) ?? this.#list[0];
		const changed =
			this.#active !== activeBefore ||
			this.#list.some((deployment, index) => deployment !== before[index]) ||
			savedBefore !== this.#savedText();
		if (changed) this.#changed.fire();
	}

	dispose(): void {
		for (const deployment of this.#list) this.#close(deployment);
		this.#changed.dispose();
		this.#deploymentChanged.dispose();
	}

	async #forgetSession(key: string): Promise<void> {
		// Delete the token first, so that it's gone whatever happens afterward.
		await secretChanged(this.#sessions.forget(key));
		this.#lost.delete(key);
		// Before the list, so that no window sees the new list without the reason.
		await this.#signedOut.add(key);
	}

	#savedText(): string {
		return JSON.stringify(this.#listed.map(namedPart));
	}

	/** Returns the deployment with a new name, or creates it for a new address or account. */
	#keepOrOpen(saved: SavedDeployment): Deployment {
		const live = this.find(saved.key);
		if (live?.saved.url !== saved.url || live.saved.account.id !== saved.account.id) {
			return this.#open(saved);
		}
		// It remains the same object unless something changed, so that nothing is drawn again.
		if (JSON.stringify(live.saved) !== JSON.stringify(saved)) live.saved = saved;
		return live;
	}

	#open(saved: SavedDeployment): Deployment {
		const deployment = this.#connect(saved);
		const subscriptions = new DisposableStore();
		subscriptions.add(deployment);
		subscriptions.add(
			deployment.onDidChange(() => {
				this.#deploymentChanged.fire(deployment);
			}),
		);
		this.#subscriptions.set(deployment, subscriptions);
		return deployment;
	}

	#close(deployment: Deployment): void {
		this.#subscriptions.get(deployment)?.dispose();
		this.#subscriptions.delete(deployment);
	}
}
