import type {
	NamedDeployment,
	SavedDeployment,
	SignedOutDeployment,
} from "../deployments/deployment.ts";
import type { OutlineCommand } from "../overview/node.ts";
import type { DeploymentAddress, Session } from "./candidate.ts";
import type { SignInWay } from "./ways.ts";

/** What is wrong with an answer. */
export interface Problem {
	/** What is wrong and what to do, in one or two sentences. */
	readonly message: string;
	/** A text that would do. */
	readonly suggestion?: string;
	/** A command that helps. */
	readonly remedy?: OutlineCommand;
	/** What the text must be replaced by at once, because it holds a secret. */
	readonly replacement?: string;
	/** Asks whether to send headers that were held back and might have helped. @returns whether to check again */
	readonly agree?: () => Promise<boolean>;
}

/** Headers of the settings that a URL gets only if the user agrees. */
export interface WithheldHeaders {
	readonly url: string;
	/** Full names of the settings. */
	readonly settings: readonly string[];
}

/** What checking an answer brought: a value, or why it is asked for again. */
export type Checked<T> =
	{ readonly ok: true; readonly value: T } | ({ readonly ok: false } & Problem);

/** Checks an answer; ending `signal` ends the check. */
export type Check<T> = (text: string, signal: AbortSignal) => Promise<Checked<T>>;

/** What signing in asks and tells people. Each question resolves to nothing, or to `false`, when it was dismissed. */
export interface SignInQuestions {
	/** Which of several ways to take. */
	way(ways: readonly SignInWay[]): Promise<SignInWay | undefined>;
	/** The deployment's URL; asked until `check` is content. */
	url(begin: string, check: Check<DeploymentAddress>): Promise<DeploymentAddress | undefined>;
	/** A session token for a deployment; asked until `check` is content. `back` is an answer from the second step on. */
	token(
		place: NamedPlace,
		step: Step,
		check: Check<Session>,
	): Promise<Session | "back" | undefined>;
	/** Whether to keep a session, after showing whose it is. */
	session(
		place: NamedPlace,
		session: Session,
		details: SessionDetails,
	): Promise<"accept" | "another" | undefined>;
	/**
	 * Whether a deployment with the ID of a remembered one, but at another URL, is a copy of it, to be kept beside it,
	 * rather than the same deployment at a new URL.
	 */
	copy(remembered: NamedDeployment, address: DeploymentAddress): Promise<boolean | undefined>;
	/** Whether a token may cross the network unencrypted. */
	plainHttp(url: string): Promise<boolean>;
	/** Whether headers of the settings may be sent to a URL that nobody signed in to yet. */
	headers(withheld: WithheldHeaders, because: string): Promise<boolean>;
	/** Whether to follow a link that asks to sign in. */
	link(url: string): Promise<boolean>;
	/** Whether to sign in with what the environment holds. */
	environment(url: string): Promise<boolean>;
	/** Runs something that takes a moment; it can be cancelled. */
	busy<T>(title: string, run: (signal: AbortSignal) => Promise<T>): Promise<T>;
	/** Says what is wrong, and offers what helps. */
	problem(problem: Problem): void;
	/** Says that a session was kept. @param switched whether another deployment was the active one before */
	signedIn(saved: SavedDeployment, session: Session, switched: boolean): void;
}

/** A deployment that answered, and what it's called. */
export interface NamedPlace extends DeploymentAddress {
	readonly name: string;
}

/** Which of how many questions it is. */
export interface Step {
	readonly step: number;
	readonly totalSteps: number;
}

/** What else there is to know before a session is kept. */
export interface SessionDetails {
	/** What was remembered of the same deployment. */
	readonly before: SavedDeployment | SignedOutDeployment | undefined;
	/** Settings whose headers are sent from now on, and were not so far. */
	readonly headersOf: readonly string[];
	/** Which question it is; nothing where it's the only one. */
	readonly step?: Step;
}
