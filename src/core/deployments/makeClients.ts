import { AxiosTransport } from "../http/axiosTransport.ts";
import { CoderClient } from "../http/client.ts";
import type { SavedDeployment } from "./deployment.ts";
import type { Logger } from "../base/logger.ts";
import { Network } from "../http/settings/network.ts";
import type { NetworkSettings } from "../http/settings/networkSettings.ts";
import type { Sessions } from "./sessions.ts";
import { isLimited, tokenReader } from "./sessionToken.ts";

/** The dependencies of clients. */
export interface ClientParts {
	readonly sessions: Sessions;
	/** The `User-Agent` of requests. */
	readonly userAgent: string;
	readonly log: Logger;
	/** Returns the current network settings; the same object until they change. */
	readonly settings: () => NetworkSettings;
	/** Returns whether the user has ever signed in to exactly this URL. */
	readonly isConfirmed: (url: string) => boolean;
	/** Whether this window may see a newer secret after a reload, as a browser tab does. */
	readonly reloadHelps: boolean;
}

/** Creates clients. */
export interface Clients {
	/**
	 * Creates a client without a token.
	 *
	 * @param agreed whether the user agreed to send the headers from the settings to this URL
	 */
	anonymous(url: string, agreed: boolean): CoderClient;
	/** Creates a client for a token that isn't stored yet. */
	as(url: string, token: string, agreed: boolean): CoderClient;
	/** Creates a client for a stored session. It reads the token for each request and keeps none. */
	of(saved: SavedDeployment): CoderClient;
	/** The network that all clients use. */
	readonly network: Network;
}

/** Creates the factory of clients, which share one transport and one set of network settings. */
export function makeClients(parts: ClientParts): Clients {
	const { sessions, userAgent, log, settings, isConfirmed, reloadHelps } = parts;
	const transport = new AxiosTransport();
	const network = new Network(settings, log);
	const client = (
		url: string,
		token: () => PromiseLike<string | undefined>,
		confirmed: boolean,
		limited = false,
	): CoderClient =>
		new CoderClient(transport, { url, token, userAgent, network, confirmed, limited }, log);
	return {
		network,
		anonymous: (url, agreed) =>
			client(url, () => Promise.resolve(undefined), agreed || isConfirmed(url)),
		as: (url, token, agreed) =>
			client(url, () => Promise.resolve(token), agreed || isConfirmed(url)),
		of: (saved) => {
			const clientFor = (token: string): CoderClient =>
				client(saved.url, () => Promise.resolve(token), true);
			const token = tokenReader(saved, { sessions, clientFor, reloadHelps });
			return client(saved.url, token, true, isLimited(saved));
		},
	};
}
