import type { ApiFailure } from "./failure.ts";

/** Thrown if there is no token to send, for a reason that users can fix. */
export class TokenProblem extends Error {
	override name = "TokenProblem";
	readonly failure: ApiFailure;

	constructor(failure: ApiFailure) {
		super(failure.message);
		this.failure = failure;
	}
}
