/** Says that what the page asked to copy is in the clipboard. */
export interface CopiedMessage {
	readonly type: "copied";
}
