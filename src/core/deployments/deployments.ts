import type { Deployment, SavedDeployment } from "./deployment.ts";
import { DisposableStore, Emitter, type Disposable } from "../base/event.ts";
import { LostSignIns } from "./lostSignIns.ts";
import { SavedDeployments } from "./savedDeployments.ts";
import type { Memory } from "../base/memory.ts";
import { secretChanged } from "./secretStorageFailure.ts";
import { Sessions, type Secrets } from "./sessions.ts";
import { SignedOut } from "./signedOut.ts";

/** The deployments that somebody is signed in to. Each has its own session; one of them is active. */
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

	/** In the user's order. */
	get list(): readonly Deployment[] {
		return this.#list;
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
		const before = this.#saved.list;
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

	/** Forgets the token and the account for good. The address stays among {@link seenUrls}. */
	async signOut({ saved }: Deployment): Promise<void> {
		// The token goes first: whatever happens after, it is gone.
		await secretChanged(this.#sessions.forget(saved.key));
		this.#lost.delete(saved.key);
		// Before the list, so that no window sees the shorter list without the reason.
		await this.#signedOut.add(saved.key);
		await this.#saved.remove(saved.key);
		this.sync();
	}

	/** Signs out and forgets the address as well. */
	async remove(deployment: Deployment): Promise<void> {
		await this.signOut(deployment);
		await this.#saved.forgetUrl(deployment.saved.url);
	}

	async switchTo({ saved }: Deployment): Promise<void> {
		await this.#saved.activate(saved.key);
		this.sync();
	}

	async rename({ saved }: Deployment, name: string): Promise<void> {
		await this.#saved.order(
			this.#saved.list.map((entry) => (entry.key === saved.key ? { ...entry, name } : entry)),
		);
		this.sync();
	}

	/** Moves a deployment so that it comes before another; at the end without one. */
	async move({ saved }: Deployment, before: Deployment | undefined): Promise<void> {
		const { list } = this.#saved;
		const moved = list.find(({ key }) => key === saved.key);
		if (!moved || before?.saved.key === saved.key) return;
		const rest = list.filter((entry) => entry !== moved);
		const index = before ? rest.findIndex(({ key }) => key === before.saved.key) : rest.length;
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
		const savedBefore = JSON.stringify(before.map(({ saved }) => saved));
		this.#list = this.#saved.list.map((saved) => this.#keepOrOpen(saved));
		for (const old of before) if (!this.#list.includes(old)) this.#close(old);
		const { activeKey } = this.#saved;
		this.#active = this.#list.find(({ saved }) => saved.key === activeKey) ?? this.#list[0];
		const changed =
			this.#active !== activeBefore ||
			this.#list.some((deployment, index) => deployment !== before[index]) ||
			savedBefore !== JSON.stringify(this.#list.map(({ saved }) => saved));
		if (changed) this.#changed.fire();
	}

	dispose(): void {
		for (const deployment of this.#list) this.#close(deployment);
		this.#changed.dispose();
		this.#deploymentChanged.dispose();
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
