/** Why a file cannot be compared with. */
export type UnreadableReason = "notZip" | "noEntry" | "tooLarge" | "damaged" | "notCoder";

/** A file that cannot be compared with; the message is a sentence for people. */
export class UnreadableFile extends Error {
	readonly reason: UnreadableReason;

	constructor(reason: UnreadableReason, message: string) {
		super(message);
		this.name = "UnreadableFile";
		this.reason = reason;
	}
}
