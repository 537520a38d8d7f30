import type { KnownDeployment } from "./deployment.ts";

/** Keeps secrets; VS Code's `SecretStorage` is one. The only place a session token is kept in. */
export interface Secrets {
	get(key: string): PromiseLike<string | undefined>;
	store(key: string, value: string): PromiseLike<void>;
	delete(key: string): PromiseLike<void>;
}

const prefix = "session:";

/**
 * The session tokens. Each is kept together with the URL it was given to: another window may have moved the
 * deployment to another address meanwhile, and a token must not follow an address it was not meant for.
 */
export class Sessions {
	readonly #secrets: Secrets;

	constructor(secrets: Secrets) {
		this.#secrets = secrets;
	}

	/** The token for a deployment at its URL; nothing when there is none, or when it is for another URL. */
	async token({ key, url }: KnownDeployment): Promise<string | undefined> {
		const session = readSession(await this.#secrets.get(prefix + key));
		return session?.url === url ? session.token : undefined;
	}

	async keep({ key, url }: KnownDeployment, token: string): Promise<void> {
		await this.#secrets.store(prefix + key, JSON.stringify({ url, token }));
	}

	/** Forgets a token for good. */
	async forget(key: string): Promise<void> {
		await this.#secrets.delete(prefix + key);
	}

	/** The deployment whose session is kept under a name of the secret storage; nothing for others' secrets. */
	static deploymentOf(secretKey: string): string | undefined {
		return secretKey.startsWith(prefix) ? secretKey.slice(prefix.length) : undefined;
	}
}

function readSession(stored: string | undefined): { url: string; token: string } | undefined {
	if (!stored) return undefined;
	try {
		const session: unknown = JSON.parse(stored);
		if (typeof session !== "object" || session === null) return undefined;
		const { url, token } = session as Record<string, unknown>;
		return typeof url === "string" && typeof token === "string" ? { url, token } : undefined;
	} catch {
		// Damaged: as good as none, and never to be shown.
		return undefined;
	}
}
