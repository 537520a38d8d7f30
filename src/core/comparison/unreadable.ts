/** Why a file can't be compared. */
export type UnreadableReason = "noEntry" | "tooLarge" | "damaged" | "notCoder";

/** Thrown for a file that can't be compared. The message is a sentence for users. */
export class UnreadableFile extends Error {
	readonly reason: UnreadableReason;

	constructor(reason: UnreadableReason, message: string) {
		super(message);
		this.name = "UnreadableFile";
		this.reason = reason;
	}
}
