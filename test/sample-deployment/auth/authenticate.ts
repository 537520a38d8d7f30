import { goTime } from "../stats/goTime.ts";
import type { SessionKey, TokenStore } from "./tokenStore.ts";

/** Why a session was rejected: `detail` below the usual message, or another message. */
export interface Refusal {
	readonly detail: string;
	readonly message?: string;
}

/** Returns the session key of a token at `now` (ms), or why it's rejected. */
export function authenticate(token: string, keys: TokenStore, now: number): SessionKey | Refusal {
	if (!token) {
		return { detail: 'Cookie "coder_session_token" or query parameter must be provided.' };
	}
	const flaw = formatFlaw(token);
	if (flaw) {
		return { detail: `Invalid API key format: ${flaw}` };
	}
	const [id, secret] = token.split("-");
	const key = keys.byId(id!);
	if (!key) {
		return { detail: "API key is invalid." };
	}
	if (key.secret !== secret) {
		return { detail: "API key secret is invalid." };
	}
	if (key.expiresAt <= now) {
		return { detail: `API key expired at "${goTime(key.expiresAt)}".` };
	}
	if (key.account.status !== "active") {
		return {
			detail: "",
			message: `User is not active (status = "${key.account.status}"). Contact an admin to reactivate your account.`,
		};
	}
	return key;
}

/** Whether a session was rejected. */
export function isRefusal(result: SessionKey | Refusal): result is Refusal {
	return "detail" in result;
}

function formatFlaw(token: string): string {
	const parts = token.split("-");
	if (parts.length !== 2) {
		return `incorrect amount of API key parts, expected 2 got ${parts.length}`;
	}
	const [id, secret] = parts as [string, string];
	if (id.length !== 10) {
		return `invalid API key ID length, expected 10 got ${id.length}`;
	}
	return secret.length === 22
		? ""
		: `invalid API key secret length, expected 22 got ${secret.length}`;
}
