import type { Deployment, KnownDeployment } from "./deployment.ts";
import { DisposableStore, Emitter, type Disposable } from "../base/event.ts";
import { LostSignIns } from "./lostSignIns.ts";
import { KnownDeployments } from "./savedDeployments.ts";
import type { Memory } from "../base/memory.ts";
import { secretChanged } from "./secretStorageFailure.ts";
import { Sessions, type Secrets } from "./sessions.ts";
import { SignedOut } from "./signedOut.ts";

/** The deployments that somebody is signed in to. Each has its own session; one of them is active. */
export class Deployments implements Disposable {
	readonly #known: KnownDeployments;
	readonly #sessions: Sessions;
	readonly #signedOut: SignedOut;
	readonly #connect: (known: KnownDeployment) => Deployment;
	readonly #changed = new Emitter<void>();
	readonly #inside = new Emitter<Deployment>();
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
		connect: (known: KnownDeployment) => Deployment,
		sessions = new Sessions(secrets),
	) {
		this.#known = new KnownDeployments(memory);
		this.#sessions = sessions;
		this.#signedOut = new SignedOut(memory);
		this.#lost = new LostSignIns(this.#known, sessions, this.#signedOut);
		this.#connect = connect;
		this.sync();
	}

	/** Fires when the list or the active deployment changes. */
	get onDidChange() {
		return this.#changed.event;
	}

	/** Fires when something was learned of any deployment. */
	get onDidChangeInside() {
		return this.#inside.event;
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
		return this.#known.seenUrls;
	}

	/** Whether somebody signed in at exactly this URL, now or before. */
	isConfirmed(url: string): boolean {
		return this.#known.isConfirmed(url);
	}

	find(key: string): Deployment | undefined {
		return this.#list.find(({ known }) => known.key === key);
	}

	/**
	 * The deployment at a URL. Version 0.1 kept several rows for a URL whose database was replaced; only the last one,
	 * or the active one, was signed in to after that.
	 */
	at(url: string): Deployment | undefined {
		const all = this.#list.filter(({ known }) => known.url === url);
		const { activeKey } = this.#known;
		return all.find(({ known }) => known.key === activeKey) ?? all.at(-1);
	}

	/** Keeps a session that was checked and makes its deployment the active one. A session it had is replaced. */
	async signIn(known: KnownDeployment, token: string): Promise<Deployment> {
		// The list comes first: other windows read it when they hear of the token.
		const before = this.#known.list;
		await this.#signedOut.delete(known.key);
		await this.#known.put(known);
		try {
			await secretChanged(this.#sessions.keep(known, token));
		} catch (error) {
			await this.#known.order(before);
			throw error;
		}
		const replaced = before.filter(({ key, url }) => url === known.url && key !== known.key);
		for (const { key } of replaced) {
			// No row leads to it any more, and its server is gone: that it stays does no harm.
			await this.#sessions.forget(key).catch(() => undefined);
		}
		this.#lost.add(known);
		this.sync();
		const deployment = this.find(known.key);
		if (!deployment) throw new Error("The memory did not keep the deployment.");
		return deployment;
	}

	/** Forgets the token and the account for good. The address stays among {@link seenUrls}. */
	async signOut({ known }: Deployment): Promise<void> {
		// The token goes first: whatever happens after, it is gone.
		await secretChanged(this.#sessions.forget(known.key));
		this.#lost.delete(known.key);
		// Before the list, so that no window sees the shorter list without the reason.
		await this.#signedOut.add(known.key);
		await this.#known.remove(known.key);
		this.sync();
	}

	/** Signs out and forgets the address as well. */
	async remove(deployment: Deployment): Promise<void> {
		await this.signOut(deployment);
		await this.#known.forgetUrl(deployment.known.url);
	}

	async switchTo({ known }: Deployment): Promise<void> {
		await this.#known.activate(known.key);
		this.sync();
	}

	async rename({ known }: Deployment, name: string): Promise<void> {
		await this.#known.order(
			this.#known.list.map((entry) => (entry.key === known.key ? { ...entry, name } : entry)),
		);
		this.sync();
	}

	/** Moves a deployment so that it comes before another; at the end without one. */
	async move({ known }: Deployment, before: Deployment | undefined): Promise<void> {
		const { list } = this.#known;
		const moved = list.find(({ key }) => key === known.key);
		if (!moved || before?.known.key === known.key) return;
		const rest = list.filter((entry) => entry !== moved);
		const index = before ? rest.findIndex(({ key }) => key === before.known.key) : rest.length;
		await this.#known.order(rest.toSpliced(index === -1 ? rest.length : index, 0, moved));
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
		const knownBefore = JSON.stringify(before.map(({ known }) => known));
		this.#list = this.#known.list.map((known) => this.#keepOrOpen(known));
		for (const old of before) if (!this.#list.includes(old)) this.#close(old);
		const { activeKey } = this.#known;
		this.#active = this.#list.find(({ known }) => known.key === activeKey) ?? this.#list[0];
		const changed =
			this.#active !== activeBefore ||
			this.#list.some((deployment, index) => deployment !== before[index]) ||
			knownBefore !== JSON.stringify(this.#list.map(({ known }) => known));
		if (changed) this.#changed.fire();
	}

	dispose(): void {
		for (const deployment of this.#list) this.#close(deployment);
		this.#changed.dispose();
		this.#inside.dispose();
	}

	/** Another name does not change what a deployment is; another address or account does. */
	#keepOrOpen(known: KnownDeployment): Deployment {
		const live = this.find(known.key);
		if (live?.known.url !== known.url || live.known.account.id !== known.account.id) {
			return this.#open(known);
		}
		live.known = known;
		return live;
	}

	#open(known: KnownDeployment): Deployment {
		const deployment = this.#connect(known);
		const subscriptions = new DisposableStore();
		subscriptions.add(deployment);
		subscriptions.add(
			deployment.onDidChange(() => {
				this.#inside.fire(deployment);
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
