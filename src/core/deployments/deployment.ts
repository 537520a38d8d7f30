import type { Disposable, Event } from "../base/event.ts";
import type { EndpointId } from "../coder/model.ts";
import type { ServerState } from "./server.ts";
import type { Snapshot } from "./slot.ts";

/** The account that is signed in to a deployment. */
export interface Account {
	readonly id: string;
	readonly username: string;
	readonly email?: string;
}

/** A deployment's identity and name. */
export interface NamedDeployment {
	/** The deployment ID if the server reports one (v2.11 and later), otherwise the URL. */
	readonly key: string;
	/** Base URL without a trailing slash; may have a path. */
	readonly url: string;
	/** The name given by the user, otherwise host and path of the URL. */
	readonly name: string;
}

/** A deployment that the user is signed in to, as it's stored between sessions. Never contains a token. */
export interface SavedDeployment extends NamedDeployment {
	readonly account: Account;
}

/** A deployment that the user signed out of. Its row stays until the user removes it; account and token are deleted. */
export interface SignedOutDeployment extends NamedDeployment {
	readonly signedOut: true;
}

/** A deployment and its current data. */
export interface Deployment extends Disposable {
	/** Replaced, with the same key, URL, and account, when the user renames the deployment. */
	saved: SavedDeployment;
	/** Replaced, never modified, whenever there is new data. */
	readonly snapshot: Snapshot;
	/** From the headers of its responses; replaced, never modified. */
	readonly server: ServerState;
	readonly onDidChange: Event<void>;
	/**
	 * Requests endpoints again, by default all of them. Joins a running request. Never rejects: failures are in the
	 * snapshot.
	 */
	refresh(ids?: readonly EndpointId[]): Promise<void>;
	/** Like {@link refresh}, but for automatic refreshes: uses recent answers of other windows of the editor. */
	refreshShared(ids: readonly EndpointId[]): Promise<void>;
	/**
	 * Requests the server's health, even if that sends the session token to another host. Never rejects.
	 *
	 * @param agreedTo the access URL's host, if it differs from the deployment's and the user agreed to it
	 * @param force whether the server should run its checks again instead of returning cached results
	 */
	checkHealth(agreedTo: string | undefined, force: boolean): Promise<void>;
	/** Cancels running requests, by default all of them. Their slots keep their previous values. */
	cancel(ids?: readonly EndpointId[]): void;
}

/** A row of the overview. */
export type ListedDeployment = Deployment | SignedOutDeployment;

/** Returns what is stored about a row's deployment. */
export function namedPart(listed: ListedDeployment): SavedDeployment | SignedOutDeployment {
	return "saved" in listed ? listed.saved : listed;
}
