/** A message between the extension and a page. Its type determines its other properties. */
export interface Message {
	readonly type: string;
}

/** A handler for each type of message. A missing one is a compile-time error. */
export type Handlers<M extends Message> = {
	readonly [K in M["type"]]: (message: Extract<M, { type: K }>) => unknown;
};

/** Reports that the requested text has been copied to the clipboard. */
export interface CopiedMessage {
	readonly type: "copied";
}

/** The fields of a browser's `csp-report`. */
export type ViolationReport = Readonly<Record<string, string | number>>;

/** Reports that the page's policy blocked something. Every page may send it. */
export interface ViolationMessage {
	readonly type: "cspViolation";
	readonly report: ViolationReport;
}

/** What went wrong, and the label of the button that helps most: sentences for users. */
export interface PageProblem {
	readonly message: string;
	readonly advice: string;
	readonly action: string;
}
