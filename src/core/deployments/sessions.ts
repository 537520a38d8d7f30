import type { SavedDeployment } from "./deployment.ts";
import { secretKey } from "./sessionSecret.ts";
import { withTimeLimit } from "../base/timeLimit.ts";

/** Keeps secrets; VS Code's `SecretStorage` is one. The only place a session token is kept in. */
export interface Secrets {
	get(key: string): PromiseLike<string | undefined>;
	store(key: string, value: string): PromiseLike<void>;
	delete(key: string): PromiseLike<void>;
}

/** What is kept for a deployment. */
export type KeptSession =
	/** The token of the account that is signed in. */
	| { readonly kind: "token"; readonly token: string }
	/** A token that version 0.1 kept, which did not note whose it is. */
	| { readonly kind: "unverified"; readonly token: string }
	/** A token of another account: another window, tab or profile has signed in, or this one sees an old secret. */
	| { readonly kind: "otherAccount" }
	/** No token, or one for another URL. */
	| { readonly kind: "none" };

/** How long a secret storage may take, in ms: a keyring that waits for somebody to unlock it answers nothing at all. */
const patienceMs = 10_000;

/**
 * The session tokens. Each is kept together with the URL it was given to and the id of the account it belongs to.
 * Secrets and the list of deployments travel between windows, tabs and profiles on different ways, so they may not fit
 * together; then the token is as good as none.
 */
export class Sessions {
	readonly #secrets: Secrets;
	readonly #patienceMs: number;

	/** @param patience how long the secret storage may take, in ms */
	constructor(secrets: Secrets, patience = patienceMs) {
		this.#secrets = secrets;
		this.#patienceMs = patience;
	}

	/**
	 * What is kept for a deployment at its URL and for its account.
	 *
	 * @throws TimeLimitError when the secret storage does not answer
	 */
	async read({ key, url, account }: SavedDeployment): Promise<KeptSession> {
		const session = readSession(await this.#inTime(this.#secrets.get(secretKey(key))));
		if (session?.url !== url) return { kind: "none" };
		const { token, account: owner } = session;
		if (owner === undefined) return { kind: "unverified", token };
		return owner === account.id ? { kind: "token", token } : { kind: "otherAccount" };
	}

	/** The token of the account that is signed in to a deployment, at its URL. */
	async token(saved: SavedDeployment): Promise<string | undefined> {
		const session = await this.read(saved);
		return session.kind === "token" ? session.token : undefined;
	}

	/** Keeps the token of a deployment's account. */
	async keep({ key, url, account }: SavedDeployment, token: string): Promise<void> {
		const session: StoredSession = { url, token, account: account.id };
		await this.#inTime(this.#secrets.store(secretKey(key), JSON.stringify(session)));
	}

	/** Forgets a token for good. */
	async forget(key: string): Promise<void> {
		await this.#inTime(this.#secrets.delete(secretKey(key)));
	}

	#inTime<T>(answer: PromiseLike<T>): Promise<T> {
		return withTimeLimit(answer, this.#patienceMs);
	}
}

interface StoredSession {
	readonly url: string;
	readonly token: string;
	/** The id of the account; missing in what version 0.1 kept. */
	readonly account?: string;
}

function readSession(stored: string | undefined): StoredSession | undefined {
	if (!stored) return undefined;
	try {
		const session: unknown = JSON.parse(stored);
		if (typeof session !== "object" || session === null) return undefined;
		const { url, token, account } = session as Record<string, unknown>;
		if (typeof url !== "string" || typeof token !== "string") return undefined;
		if (account === undefined) return { url, token };
		return typeof account === "string" ? { url, token, account } : undefined;
	} catch {
		// Damaged: as good as none, and never to be shown.
		return undefined;
	}
}
