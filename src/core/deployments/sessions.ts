import type { SavedDeployment } from "./deployment.ts";
import { secretKey } from "./sessionSecret.ts";
import { withTimeLimit } from "../base/timeLimit.ts";

/** Stores secrets, as VS Code's `SecretStorage` does. Session tokens are stored nowhere else. */
export interface Secrets {
	get(key: string): PromiseLike<string | undefined>;
	store(key: string, value: string): PromiseLike<void>;
	delete(key: string): PromiseLike<void>;
}

/** The stored session of a deployment. */
export type KeptSession =
	/** The token of the signed-in account. */
	| { readonly kind: "token"; readonly token: string }
	/** A token stored by version 0.1, which didn't store its account. */
	| { readonly kind: "unverified"; readonly token: string }
	/** A token of another account: another window, tab, or profile signed in, or this one sees an old secret. */
	| { readonly kind: "otherAccount" }
	/** No token, or one for another URL. */
	| { readonly kind: "none" };

/** How long the secret storage may take, in ms: a keyring that waits to be unlocked doesn't respond. */
const patienceMs = 10_000;

/**
 * The session tokens. Each is stored with its URL and account ID. Secrets and the list of deployments are synchronized
 * separately between windows, tabs, and profiles, so they may not match; the token is then ignored.
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
	 * Reads the session of a deployment for its URL and account.
	 *
	 * @throws TimeLimitError if the secret storage doesn't respond
	 */
	async read({ key, url, account }: SavedDeployment): Promise<KeptSession> {
		const session = readSession(await this.#inTime(this.#secrets.get(secretKey(key))));
		if (session?.url !== url) return { kind: "none" };
		const { token, account: owner } = session;
		if (owner === undefined) return { kind: "unverified", token };
		return owner === account.id ? { kind: "token", token } : { kind: "otherAccount" };
	}

	/** Reads the token of the account that is signed in to a deployment, for its URL. */
	async token(saved: SavedDeployment): Promise<string | undefined> {
		const session = await this.read(saved);
		return session.kind === "token" ? session.token : undefined;
	}

	/** Stores the token of a deployment's account. */
	async keep({ key, url, account }: SavedDeployment, token: string): Promise<void> {
		const session: StoredSession = { url, token, account: account.id };
		await this.#inTime(this.#secrets.store(secretKey(key), JSON.stringify(session)));
	}

	/** Deletes a token. */
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
	/** The account's ID; missing in tokens stored by version 0.1. */
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
		// Damaged: ignore it and never show it.
		return undefined;
	}
}
