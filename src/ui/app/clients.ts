import type { CoderClient } from "../../core/http/client.ts";
import type { KnownDeployment } from "../../core/deployments/deployment.ts";
import type { Logger } from "../../core/base/logger.ts";
import type { Network } from "../../core/http/settings/network.ts";
import type { NetworkSettings } from "../../core/http/settings/networkSettings.ts";
import { Sessions, type Secrets } from "../../core/deployments/sessions.ts";
import type { Ask } from "../../core/deployments/store.ts";

/** Makes clients once the code for requests is loaded. */
export interface LoadedClients {
	/** A client without a token. */
	anonymous(url: string): CoderClient;
	/** A client for a token that is not kept yet. */
	as(url: string, token: string): CoderClient;
	/** A client for a kept session; it reads the token for each request and holds none. */
	of(known: KnownDeployment): CoderClient;
	/** How all of them reach deployments. */
	readonly network: Network;
}

/** Gives out clients. Axios, zod and all that makes requests are loaded on first use, not at activation. */
export class Clients {
	readonly #sessions: Sessions;
	readonly #userAgent: string;
	readonly #log: Logger;
	readonly #settings: () => NetworkSettings;
	#loaded: Promise<LoadedClients> | undefined;

	/** @param settings gives the network settings in force */
	constructor(secrets: Secrets, userAgent: string, log: Logger, settings: () => NetworkSettings) {
		this.#sessions = new Sessions(secrets);
		this.#userAgent = userAgent;
		this.#log = log;
		this.#settings = settings;
	}

	load(): Promise<LoadedClients> {
		this.#loaded ??= this.#load();
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

	async #load(): Promise<LoadedClients> {
		const { AxiosTransport, CoderClient, Network } = await import("./work.ts");
		const transport = new AxiosTransport();
		const network = new Network(this.#settings, this.#log);
		const client = (url: string, token: () => PromiseLike<string | undefined>): CoderClient =>
			new CoderClient(transport, { url, token, userAgent: this.#userAgent, network }, this.#log);
		return {
			network,
			anonymous: (url) => client(url, () => Promise.resolve(undefined)),
			as: (url, token) => client(url, () => Promise.resolve(token)),
			of: (known) => client(known.url, () => this.#sessions.token(known)),
		};
	}
}
