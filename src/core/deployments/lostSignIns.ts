import type { NamedDeployment, SavedDeployment } from "./deployment.ts";
import type { SavedDeployments } from "./savedDeployments.ts";
import type { Sessions } from "./sessions.ts";
import type { SignedOut } from "./signedOut.ts";

/**
 * What this window signed in to, to put back what another window, which wrote the list at the same moment, left out: VS
 * Code keeps all of an extension's state as one, and the last one who writes it wins. What was signed out of, here or
 * elsewhere, stays away: the state says so, and so does a missing token. A missing token alone would not do: a tab of a
 * browser still sees the token that another tab deleted.
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

	/** To be called when this window signed in. */
	add(deployment: SavedDeployment): void {
		this.#signedIn.set(deployment.key, deployment);
	}

	/** To be called when this window signed out. */
	delete(key: string): void {
		this.#signedIn.delete(key);
	}

	/** Writes to the list what it lost. @param onRestored called after each deployment that was put back */
	async restore(onRestored: () => void): Promise<void> {
		for (const deployment of [...this.#signedIn.values()]) {
			if (this.#isListed(deployment)) continue;
			const hasToken = (await this.#sessions.token(deployment)) !== undefined;
			if (!hasToken || this.#signedOut.has(deployment.key)) this.#signedIn.delete(deployment.key);
			// Somebody may have signed in or out while the token was read.
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
