import type { Disposable, Event } from "../base/event.ts";
import type { EndpointId } from "../coder/model.ts";
import type { ServerState } from "./server.ts";
import type { Snapshot } from "./slot.ts";

/** Who is signed in at a deployment. */
export interface Account {
	readonly id: string;
	readonly username: string;
	readonly email?: string;
}

/** Which deployment it is, and what people call it. */
export interface NamedDeployment {
	/** Identity: the deployment id where the server tells one (v2.11), else the URL. */
	readonly key: string;
	/** Base URL without a slash at its end; a path in it is kept. */
	readonly url: string;
	/** What people call it: given by them, else the URL's host and path. */
	readonly name: string;
}

/** A deployment that was signed in to, as it is remembered between sessions. It has no place for a token. */
export interface SavedDeployment extends NamedDeployment {
	readonly account: Account;
}

/** A deployment that was signed out of: its row stays until it's removed; account and token are gone. */
export interface SignedOutDeployment extends NamedDeployment {
	readonly signedOut: true;
}

/** A deployment and what is known of it now. */
export interface Deployment extends Disposable {
	/** Replaced, with the same key, URL and account, when the user renames the deployment. */
	saved: SavedDeployment;
	/** Replaced, never changed, whenever something was learned. */
	readonly snapshot: Snapshot;
	/** What the headers of its answers say; replaced, never changed. */
	readonly server: ServerState;
	readonly onDidChange: Event<void>;
	/**
	 * Asks the endpoints again, all of them unless named. A request that is already running is shared. It never
	 * rejects: failures are in the snapshot.
	 */
	refresh(ids?: readonly EndpointId[]): Promise<void>;
	/**
	 * As {@link refresh}, but for what is done without anybody asking: what another window of the editor was answered
	 * a moment ago is taken from there.
	 */
	refreshShared(ids: readonly EndpointId[]): Promise<void>;
	/**
	 * Asks for the server's health, also where that sends the session token elsewhere. It never rejects.
	 *
	 * @param agreedTo the host of the access URL, where it is another than the deployment's own and the user agreed to it
	 * @param anew whether the server is to run its checks now, instead of telling what it found some minutes ago
	 */
	checkHealth(agreedTo: string | undefined, anew: boolean): Promise<void>;
	/** Ends the running requests, all of them unless named; their slots keep what they had. */
	cancel(ids?: readonly EndpointId[]): void;
}

/** What the overview has a row for. */
export type ListedDeployment = Deployment | SignedOutDeployment;

/** What is remembered of a row's deployment. */
export function namedPart(listed: ListedDeployment): SavedDeployment | SignedOutDeployment {
	return "saved" in listed ? listed.saved : listed;
}
