import type { NamedDeployment, SavedDeployment } from "./deployment.ts";
import type { SavedDeployments } from "./savedDeployments.ts";
import type { Sessions } from "./sessions.ts";
import type { SignedOut } from "./signedOut.ts";

/**
 * Tracks sign-ins of this window, to restore those that another window dropped when it wrote the list at the same time:
 * VS Code stores all of an extension's state together, and the last write wins. Deployments that the user signed out
 * of, in any window, aren't restored: these are recorded, and their tokens are missing. A missing token isn't
 * sufficient, because a browser tab still sees a token that another tab deleted.
 */
export class LostSignIns {
	readonly #list: SavedDeployments;
	readonly #sessions: Sessions;
	readonly #signedOut: SignedOut;
	readonly #signedIn = new Map<string, SavedDeployment>();

	constructor(list: SavedDeployments, sessions: Sessions, signedOut: SignedOut) {
		this.#list = list;
		this.#sessions = sessions;
		this.#signedOut = signedOut;
	}

	/** Call this after a sign-in in this window. */
	add(deployment: SavedDeployment): void {
		this.#signedIn.set(deployment.key, deployment);
	}

	/** Call this after a sign-out in this window. */
	delete(key: string): void {
		this.#signedIn.delete(key);
	}

	/** Restores what the list lost. @param onRestored called after each restored deployment */
	async restore(onRestored: () => void): Promise<void> {
		for (const deployment of [...this.#signedIn.values()]) {
			if (this.#isListed(deployment)) continue;
			const hasToken = (await this.#sessions.token(deployment)) !== undefined;
			if (!hasToken || this.#signedOut.has(deployment.key)) this.#signedIn.delete(deployment.key);
			// The user may have signed in or out while the token was read.
			else if (this.#signedIn.has(deployment.key) && !this.#isListed(deployment)) {
				await this.#list.order([
					...this.#list.entries.filter((other) => !isSame(other, deployment)),
					deployment,
				]);
				onRestored();
			}
		}
	}

	#isListed(deployment: SavedDeployment): boolean {
		return this.#list.list.some((other) => isSame(other, deployment));
	}
}

function isSame(a: NamedDeployment, b: SavedDeployment): boolean {
	return a.key === b.key || a.url === b.url;
}
