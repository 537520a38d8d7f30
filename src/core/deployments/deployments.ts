import {
	namedPart,
	type Deployment,
	type ListedDeployment,
	type SavedDeployment,
} from "./deployment.ts";
import { DisposableStore, Emitter, type Disposable } from "../base/event.ts";
import { LostSignIns } from "./lostSignIns.ts";
import { SavedDeployments, type SavedEntry } from "./savedDeployments.ts";
import type { Memory } from "../base/memory.ts";
import { secretChanged } from "./secretStorageFailure.ts";
import { Sessions, type Secrets } from "./sessions.ts";
import { SignedOut } from "./signedOut.ts";

/**
 * The deployments that somebody is signed in to, each with its own session, one of them active; and those that were
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
	 * @param connect makes the live side of a remembered deployment
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

	/** Fires when something was learned of any deployment. */
	get onDidChangeDeployment() {
		return this.#deploymentChanged.event;
	}

	/** Those that somebody is signed in to, in the user's order. */
	get list(): readonly Deployment[] {
		return this.#list;
	}

	/** All that have a row in the overview, in the user's order. */
	get listed(): readonly ListedDeployment[] {
		return this.#listed;
	}

	/** The deployment that the status bar and the commands mean; the first one unless another was chosen. */
	get active(): Deployment | undefined {
		return this.#active;
	}

	/** Addresses that were signed in to before, newest first. */
	get seenUrls(): readonly string[] {
		return this.#saved.seenUrls;
	}

	/** Whether somebody signed in at exactly this URL, now or before. */
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
	 * The deployment at a URL. Version 0.1 kept several rows for a URL whose database was replaced; only the last one,
	 * or the active one, was signed in to after that.
	 */
	at(url: string): Deployment | undefined {
		const all = this.#list.filter(({ saved }) => saved.url === url);
		const { activeKey } = this.#saved;
		return all.find(({ saved }) => saved.key === activeKey) ?? all.at(-1);
	}

	/** Keeps a session that was checked and makes its deployment the active one. A session it had is replaced. */
	async signIn(saved: SavedDeployment, token: string): Promise<Deployment> {
		// The list comes first: other windows read it when they hear of the token.
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
			// No row leads to it any more, and its server is gone: that it stays does no harm.
			await this.#sessions.forget(key).catch(() => undefined);
		}
		this.#lost.add(saved);
		this.sync();
		const deployment = this.find(saved.key);
		if (!deployment) throw new Error("The memory did not keep the deployment.");
		return deployment;
	}

	/** Forgets the token and the account for good. Name and address stay, in the list and among {@link seenUrls}. */
	async signOut({ saved }: Deployment): Promise<void> {
		await this.#forgetSession(saved.key);
		await this.#saved.signOut(saved.key);
		this.sync();
	}

	/** Signs out, and forgets name and address as well. */
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

	/** Moves a deployment so that it comes before another; at the end without one. */
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

	/** Puts back what this window signed in to and another window's write left out. */
	async restoreLost(): Promise<void> {
		await this.#lost.restore(() => {
			this.sync();
		});
	}

	/** Takes over what is remembered, whichever window wrote it. Deployments that stay keep what is known of them. */
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
		// The token goes first: whatever happens after, it is gone.
		await secretChanged(this.#sessions.forget(key));
		this.#lost.delete(key);
		// Before the list, so that no window sees the other list without the reason.
		await this.#signedOut.add(key);
	}

	#savedText(): string {
		return JSON.stringify(this.#listed.map(namedPart));
	}

	/** Another name does not change what a deployment is; another address or account does. */
	#keepOrOpen(saved: SavedDeployment): Deployment {
		const live = this.find(saved.key);
		if (live?.saved.url !== saved.url || live.saved.account.id !== saved.account.id) {
			return this.#open(saved);
		}
		live.saved = saved;
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

function isSignedIn(entry: SavedEntry): entry is SavedDeployment {
	return "account" in entry;
}
