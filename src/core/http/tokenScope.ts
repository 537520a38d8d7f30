import type { Endpoint } from "../coder/endpoints.ts";
import type { User } from "../coder/model.ts";
import type { Reply } from "./reply.ts";
import type { ApiFailure } from "./failure.ts";

/**
 * Determines whether a refusal is due to the token's scopes or to the account. Servers respond with 403 in both cases,
 * so the account decides: its roles may permit what was refused, or the token can't even read the account (404).
 */
export class TokenScope {
	readonly #request: (signal: AbortSignal | undefined) => Promise<Reply<User>>;
	#user: Promise<Reply<User>> | undefined;

	/** @param request requests the account if it isn't known yet */
	constructor(request: (signal: AbortSignal | undefined) => Promise<Reply<User>>) {
		this.#request = request;
	}

	/** Uses a response of `GET /users/me` once it has arrived. */
	learn(user: Promise<Reply<User>>): void {
		this.#user = user;
		const forget = (): void => {
			if (this.#user === user) this.#user = undefined;
		};
		// A failure says nothing about the token.
		user.then((reply) => {
			if (!reply.ok && reply.failure.status !== 404) forget();
		}, forget);
	}

	/** Returns whether the token's scopes, not its account, caused a failure. Never rejects. */
	async forbids(
		{ permission }: Endpoint,
		{ kind, status }: ApiFailure,
		signal: AbortSignal | undefined,
	): Promise<boolean> {
		if (kind !== "forbidden" || status !== 403) return false;
		const user = this.#user ?? this.#request(signal);
		if (!this.#user) this.learn(user);
		const reply = await user.catch(() => undefined);
		if (reply === undefined) return false;
		if (!reply.ok) return reply.failure.status === 404;
		const roles = new Set(reply.value.value.roles.map(({ name }) => name.toLowerCase()));
		return permission?.roles.some((role) => roles.has(role.toLowerCase())) ?? false;
	}
}
