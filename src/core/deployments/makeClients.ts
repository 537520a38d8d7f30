import { AxiosTransport } from "../http/axiosTransport.ts";
import { CoderClient } from "../http/client.ts";
import type { SavedDeployment } from "./deployment.ts";
import type { Logger } from "../base/logger.ts";
import { Network } from "../http/settings/network.ts";
import type { NetworkSettings } from "../http/settings/networkSettings.ts";
import type { Sessions } from "./sessions.ts";
import { isLimited, tokenReader } from "./sessionToken.ts";

/** What clients are made with. */
export interface ClientParts {
	readonly sessions: Sessions;
	/** What requests call themselves. */
	readonly userAgent: string;
	readonly log: Logger;
	/** Gives the network settings in force; the same object until they change. */
	readonly settings: () => NetworkSettings;
	/** Whether somebody signed in at exactly this URL before. */
	readonly isConfirmed: (url: string) => boolean;
	/** Whether this window may see a newer secret after it was reloaded, as in a browser's tab. */
	readonly reloadHelps: boolean;
}

/** Makes clients. */
export interface Clients {
	/**
	 * A client without a token.
	 *
	 * @param agreed whether the user agreed to send the settings' headers to this URL
	 */
	anonymous(url: string, agreed: boolean): CoderClient;
	/** A client for a token that is not kept yet. */
	as(url: string, token: string, agreed: boolean): CoderClient;
	/** A client for a kept session; it reads the token for each request and holds none. */
	of(saved: SavedDeployment): CoderClient;
	/** How all of them reach deployments. */
	readonly network: Network;
}

/** Makes what makes clients, with one transport and one set of network settings for all of them. */
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
