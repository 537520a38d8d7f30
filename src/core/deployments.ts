import type { Deployment, KnownDeployment } from "./deployment.ts";
import { DisposableStore, Emitter, type Disposable } from "./event.ts";
import { readKnown } from "./knownDeployments.ts";

/** Keeps plain data between sessions of the editor; VS Code's `globalState` is one. */
export interface Memory {
	get(key: string): unknown;
	update(key: string, value: unknown): PromiseLike<void>;
}

/** Keeps secrets; VS Code's `SecretStorage` is one. The only place a session token is kept in. */
export interface Secrets {
	get(key: string): PromiseLike<string | undefined>;
	store(key: string, value: string): PromiseLike<void>;
	delete(key: string): PromiseLike<void>;
}

const listKey = "deployments";
const activeKey = "activeDeployment";
const seenKey = "seenUrls";
const maxSeen = 10;

/** The name of a deployment's token in the secret storage. */
export function tokenKey(key: string): string {
	return `token:${key}`;
}

/** The deployments that somebody is signed in to. Each has its own session; one of them is active. */
export class Deployments implements Disposable {
	readonly #memory: Memory;
	readonly #secrets: Secrets;
	readonly #connect: (known: KnownDeployment) => Deployment;
	readonly #changed = new Emitter<void>();
	readonly #inside = new Emitter<Deployment>();
	readonly #subscriptions = new Map<Deployment, DisposableStore>();
	#list: readonly Deployment[] = [];

	/** @param connect makes the live side of a remembered deployment */
	constructor(memory: Memory, secrets: Secrets, connect: (known: KnownDeployment) => Deployment) {
		this.#memory = memory;
		this.#secrets = secrets;
		this.#connect = connect;
		this.#list = readKnown(memory.get(listKey)).map((known) => this.#open(known));
	}

	/** Fires when the list or the active deployment changes. */
	get onDidChange() {
		return this.#changed.event;
	}

	/** Fires when something was learned of any deployment. */
	get onDidChangeInside() {
		return this.#inside.event;
	}

	get list(): readonly Deployment[] {
		return this.#list;
	}

	/** The deployment that the status bar and the commands mean; the first one unless another was chosen. */
	get active(): Deployment | undefined {
		const key = this.#memory.get(activeKey);
		return this.#list.find(({ known }) => known.key === key) ?? this.#list[0];
	}

	find(key: string): Deployment | undefined {
		return this.#list.find(({ known }) => known.key === key);
	}

	/** Addresses that were signed in to before, newest first. */
	get seenUrls(): readonly string[] {
		const urls = this.#memory.get(seenKey);
		return Array.isArray(urls) ? urls.filter((url): url is string => typeof url === "string") : [];
	}

	/** Keeps a session that was checked and makes its deployment the active one. A session it had is replaced. */
	async signIn(known: KnownDeployment, token: string): Promise<Deployment> {
		await this.#secrets.store(tokenKey(known.key), token);
		const deployment = this.#open(known);
		const old = this.find(known.key);
		this.#list = old
			? this.#list.map((item) => (item === old ? deployment : item))
			: [...this.#list, deployment];
		if (old) this.#close(old);
		const seen = [known.url, ...this.seenUrls.filter((url) => url !== known.url)];
		await this.#memory.update(seenKey, seen.slice(0, maxSeen));
		await this.#memory.update(activeKey, known.key);
		await this.#save();
		return deployment;
	}

	/** Forgets the token and the account for good. The address stays among {@link seenUrls}. */
	async signOut(deployment: Deployment): Promise<void> {
		// The token goes first: whatever happens after, it is gone.
		await this.#secrets.delete(tokenKey(deployment.known.key));
		this.#list = this.#list.filter((item) => item !== deployment);
		this.#close(deployment);
		await this.#save();
	}

	async switchTo(deployment: Deployment): Promise<void> {
		await this.#memory.update(activeKey, deployment.known.key);
		this.#changed.fire();
	}

	dispose(): void {
		for (const deployment of this.#list) this.#close(deployment);
		this.#changed.dispose();
		this.#inside.dispose();
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

	async #save(): Promise<void> {
		await this.#memory.update(
			listKey,
			this.#list.map(({ known }) => known),
		);
		this.#changed.fire();
	}
}
