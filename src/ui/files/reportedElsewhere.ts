import type * as vscode from "vscode";
import { Emitter, type Event } from "../../core/base/event.ts";
import type { ReleaseProblem } from "../../core/files/release/releaseProblem.ts";
import { reportedIn } from "../../core/files/release/reportedProblems.ts";

type IsReported = ReturnType<typeof reportedIn>;

const none: IsReported = () => false;
const byDocument = new WeakMap<vscode.TextDocument, IsReported>();
const changed = new Emitter<vscode.TextDocument>();

/** Fires when a document's check against a release starts, finds something else, or stops. */
export const onDidChangeReported: Event<vscode.TextDocument> = changed.event;

/**
 * Sets what a check against a release reports in a document, so that other features don't report it too.
 *
 * @param problems undefined if the document is no longer checked
 */
export function setReported(
	document: vscode.TextDocument,
	problems: readonly ReleaseProblem[] | undefined,
): void {
	if (problems) byDocument.set(document, reportedIn(problems));
	else byDocument.delete(document);
	changed.fire(document);
}

/** Returns a function that recognizes the problems in a document that a check against a release reports. */
export function reportedElsewhere(document: vscode.TextDocument): IsReported {
	return byDocument.get(document) ?? none;
}
