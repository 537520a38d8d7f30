import type {
	NamedDeployment,
	SavedDeployment,
	SignedOutDeployment,
} from "../deployments/deployment.ts";
import type { OutlineCommand } from "../overview/node.ts";
import type { DeploymentAddress, Session } from "./candidate.ts";
import type { SignInWay } from "./ways.ts";

/** A problem with an input. */
export interface Problem {
	/** What is wrong and what to do, in one or two sentences. */
	readonly message: string;
	/** The message to use if the text was pasted, rather than read from somewhere. */
	readonly pasted?: string;
	/** A valid text. */
	readonly suggestion?: string;
	/** A command that helps. */
	readonly remedy?: OutlineCommand;
	/** What must immediately replace the text because it contains a secret. */
	readonly replacement?: string;
	/** Asks whether to send withheld headers that might have helped. @returns whether to check again */
	readonly agree?: () => Promise<boolean>;
}

/** Headers from the settings that a URL only gets if the user agrees. */
export interface WithheldHeaders {
	readonly url: string;
	/** Full names of the settings. */
	readonly settings: readonly string[];
}

/** The result of a check: a value, or why to ask again. */
export type Checked<T> =
	{ readonly ok: true; readonly value: T } | ({ readonly ok: false } & Problem);

/** Checks an input; aborting `signal` ends the check. */
export type Check<T> = (text: string, signal: AbortSignal) => Promise<Checked<T>>;

/** The questions and messages of signing in. Each question resolves to `undefined` or `false` if it's dismissed. */
export interface SignInQuestions {
	/** Asks which way to sign in. */
	way(ways: readonly SignInWay[]): Promise<SignInWay | undefined>;
	/** Asks for the deployment's URL until `check` succeeds. */
	url(begin: string, check: Check<DeploymentAddress>): Promise<DeploymentAddress | undefined>;
	/**
	 * Asks for a session token of a deployment until `check` succeeds. From the second step on, the answer can be
	 * `back`.
	 */
	token(
		place: NamedPlace,
		step: Step,
		check: Check<Session>,
	): Promise<Session | "back" | undefined>;
	/** Whether to store a session, after showing its account. */
	session(
		place: NamedPlace,
		session: Session,
		details: SessionDetails,
	): Promise<"accept" | "another" | undefined>;
	/**
	 * Whether a deployment with a known ID at another URL is a copy, to be added next to the original, instead of the
	 * same deployment at a new URL.
	 */
	copy(remembered: NamedDeployment, address: DeploymentAddress): Promise<boolean | undefined>;
	/** Whether a token may be sent unencrypted. */
	plainHttp(url: string): Promise<boolean>;
	/** Whether headers from the settings may be sent to a URL that the user never signed in to. */
	headers(withheld: WithheldHeaders, because: string): Promise<boolean>;
	/** Whether to follow a link that requests a sign-in. */
	link(url: string): Promise<boolean>;
	/** Whether to sign in with the environment's token. */
	environment(url: string): Promise<boolean>;
	/** Runs something that takes a while and can be canceled. */
	busy<T>(title: string, run: (signal: AbortSignal) => Promise<T>): Promise<T>;
	/** Shows a problem and offers what helps. */
	problem(problem: Problem): void;
	/** Confirms the sign-in. @param switched whether another deployment was active before */
	signedIn(saved: SavedDeployment, session: Session, switched: boolean): void;
}

/** A deployment that responded, and its name. */
export interface NamedPlace extends DeploymentAddress {
	readonly name: string;
}

/** The number of a step, and the total. */
export interface Step {
	readonly step: number;
	readonly totalSteps: number;
}

/** Details to show before a session is stored. */
export interface SessionDetails {
	/** The stored data about the same deployment. */
	readonly before: SavedDeployment | SignedOutDeployment | undefined;
	/** Settings with headers that are now sent but weren't before. */
	readonly headersOf: readonly string[];
	/** The step; missing if it's the only one. */
	readonly step?: Step;
}
