import type { CoderClient } from "../../core/http/client.ts";
import type { KnownDeployment } from "../../core/deployments/deployment.ts";
import type { ClientParts, LoadedClients } from "../../core/http/makeClients.ts";
import type { Ask } from "../../core/deployments/store.ts";

/** Gives out clients. Axios, zod and all that makes requests are loaded on first use, not at activation. */
export class Clients {
	readonly #parts: ClientParts;
	#loaded: Promise<LoadedClients> | undefined;

	constructor(parts: ClientParts) {
		this.#parts = parts;
	}

	load(): Promise<LoadedClients> {
		this.#loaded ??= import("./work.ts").then(({ makeClients }) => makeClients(this.#parts));
		return this.#loaded;
	}

	/** The function by which a store asks a known deployment. */
	ask(known: KnownDeployment): Ask {
		let client: CoderClient | undefined;
		return async (id, signal) => {
			client ??= (await this.load()).of(known);
			return client.get(id, signal);
		};
	}
}
