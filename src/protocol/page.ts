/** What is posted between the extension and a page: an object that says by its type what else it holds. */
export interface Message {
	readonly type: string;
}

/** What is done with each type of message; leave one out and it does not compile. */
export type Handlers<M extends Message> = {
	readonly [K in M["type"]]: (message: Extract<M, { type: K }>) => unknown;
};

/** Says that what the page asked to copy is in the clipboard. */
export interface CopiedMessage {
	readonly type: "copied";
}

/** The fields of a browser's `csp-report`. */
export type ViolationReport = Readonly<Record<string, string | number>>;

/** Says that the page's policy kept something from loading. Every page may send it. */
export interface ViolationMessage {
	readonly type: "cspViolation";
	readonly report: ViolationReport;
}

/** What went wrong, and what the button that helps most says: sentences for people. */
export interface PageProblem {
	readonly message: string;
	readonly advice: string;
	readonly action: string;
}
