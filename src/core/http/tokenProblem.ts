import type { ApiFailure } from "./failure.ts";

/** There is no token to send, for a reason that people can do something about. */
export class TokenProblem extends Error {
	override name = "TokenProblem";
	readonly failure: ApiFailure;

	constructor(failure: ApiFailure) {
		super(failure.message);
		this.failure = failure;
	}
}
