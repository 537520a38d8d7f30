import { accounts, type Account } from "../auth/accounts.ts";
import { hasRole, isNarrow, mayReadUser } from "../auth/permissions.ts";
import type { SessionKey } from "../auth/tokenStore.ts";
import { errorReply, resourceNotFound } from "../errors.ts";
import type { JsonObject } from "../json.ts";
import { jsonReply, type Reply } from "../reply.ts";
import { goJsonTime } from "../stats/goTime.ts";
import { sessionOf, type EndpointCall } from "./endpoint.ts";

const organizationId = "0a6a6a6a-0000-4000-8000-1a2b5b0b0715";
const joinedAt = Date.UTC(2025, 2, 3, 8, 30, 12);

/** Handles GET /users/me: the user whose token was sent. */
export function currentUser(call: EndpointCall): Reply {
	const session = sessionOf(call);
	const { account } = session;
	if (isNarrow(session, call.state.version)) {
		return resourceNotFound();
	}
	const { level } = call.state.version;
	return jsonReply(200, {
		id: account.id,
		username: account.username,
		...(level < 35 && { avatar_url: "" }),
		...(level >= 9 && { name: account.name }),
		email: account.email,
		created_at: goJsonTime(joinedAt, 0, 0),
		...(level >= 9 && { updated_at: goJsonTime(joinedAt, 0, 0) }),
		last_seen_at: goJsonTime(call.now, 0, 0),
		status: account.status,
		login_type: "oidc",
		...(level < 35 && { theme_preference: "" }),
		organization_ids: [organizationId],
		roles: account.roles.map((role) => ({ ...role })),
		...(level >= 35 && { has_ai_seat: false }),
	});
}

/** Handles GET /users/me/keys/{id}: the caller's session key, without its secret. */
export function sessionKey(call: EndpointCall): Reply {
	const session = sessionOf(call);
	const key = call.state.tokens.byId(call.parts[0]!);
	const visible =
		key !== undefined &&
		!isNarrow(session, call.state.version) &&
		mayReadUser(session.account, key.account);
	return visible ? jsonReply(200, keyJson(call, key)) : resourceNotFound();
}

function keyJson({ state, now }: EndpointCall, key: SessionKey): JsonObject {
	const { level } = state.version;
	return {
		id: key.id,
		user_id: key.account.id,
		last_used: goJsonTime(now, 0, 0),
		expires_at: goJsonTime(key.expiresAt, 0, 0),
		created_at: goJsonTime(key.createdAt, 0, 0),
		updated_at: goJsonTime(key.createdAt, 0, 0),
		login_type: "oidc",
		scope: "all",
		...(level >= 27 && { scopes: [key.scoped ? "workspace:read" : "coder:all"] }),
		token_name: "",
		lifetime_seconds: Math.round((key.expiresAt - key.createdAt) / 1000),
		...(level >= 28 && { allow_list: ["*:*"] }),
	};
}

/** Handles GET /users/{user}/keys/tokens/tokenconfig: the maximum lifetime of that user's tokens, in nanoseconds. */
export function tokenConfig(call: EndpointCall): Reply {
	const session = sessionOf(call);
	const { account } = session;
	const name = call.parts[0]!;
	const user = name === "me" ? account : findUser(name);
	if (!user || !mayReadUser(account, user) || isNarrow(session, call.state.version)) {
		return call.state.version.level > 15
			? resourceNotFound()
			: errorReply(
					400,
					'"user" must be an existing uuid or username.',
					`queried user=${JSON.stringify(name)}`,
				);
	}
	const byRole = call.state.version.level >= 24 && hasRole(user, "owner");
	const option = byRole ? "CODER_MAX_ADMIN_TOKEN_LIFETIME" : "CODER_MAX_TOKEN_LIFETIME";
	return jsonReply(200, { max_token_lifetime: call.state.optionValues().value(option) ?? 0 });
}

function findUser(name: string): Account | undefined {
	return accounts.find((one) => one.username === name || one.id === name.toLowerCase());
}
