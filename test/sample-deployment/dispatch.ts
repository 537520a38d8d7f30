import { authenticate, isRefusal } from "./auth/authenticate.ts";
import { isNarrow, mayReadDeployment } from "./auth/permissions.ts";
import type { SessionKey } from "./auth/tokenStore.ts";
import type { Endpoint } from "./endpoints/endpoint.ts";
import { errorReply, forbidden, rateLimited, routeNotFound, unauthorized } from "./errors.ts";
import type { Exchange } from "./exchange.ts";
import { cliAuthPage, dashboardPage, gatewayPage, proxyErrorPage } from "./pages.ts";
import type { RateLimitStatus } from "./rateLimit.ts";
import { htmlReply, redirectReply, type Reply } from "./reply.ts";
import { sampleTokens } from "./auth/accounts.ts";

/** Returns a healthy server's response to a request with this body. */
export function dispatch(exchange: Exchange, body: Buffer): Reply {
	const { state, route } = exchange;
	const { accessUrlRedirect, workspaceProxy, cliAuthToken } = state.options;
	if (accessUrlRedirect !== undefined) {
		return redirectReply(307, accessUrlRedirect);
	}
	if (route.outside) {
		return htmlReply(404, gatewayPage(404, "Not Found"));
	}
	if (route.id === "cliAuth") {
		return htmlReply(200, cliAuthPage(sampleTokens[cliAuthToken ?? "owner"]));
	}
	if (route.id === "dashboard") {
		return htmlReply(200, dashboardPage);
	}
	if (workspaceProxy && route.id !== "buildInfo") {
		return htmlReply(400, proxyErrorPage);
	}
	if (route.endpoint) {
		return callEndpoint(exchange, route.endpoint, body);
	}
	const headers = { Allow: route.allowed ?? "" };
	const reply = route.allowed
		? { status: 405, contentType: "", body: "", headers }
		: routeNotFound();
	return route.id === "unknownApi" && !route.belowV2
		? reply
		: withLimit(reply, countRequest(exchange));
}

/** Checks rate limit, session, and role in the server's order, and then calls the endpoint. */
function callEndpoint(exchange: Exchange, endpoint: Endpoint, body: Buffer): Reply {
	const { state, route, now, token, query } = exchange;
	const session = authenticate(token, state.tokens, now);
	const user = isRefusal(session) ? undefined : session;
	const limit = countRequest(exchange, user);
	const answer = (): Reply => {
		if (limit?.exceeded) {
			return rateLimited(limit.limit, 60);
		}
		const call = { state, now, query, body, parts: route.parts, session: user };
		const isLicensedFirst = endpoint.id === "provisionerDaemons" && state.version.level < 19;
		// Licensed features report a missing license before they check the token.
		if (isLicensedFirst) {
			return endpoint.handle(call);
		}
		if (endpoint.needs === "nothing") {
			return endpoint.handle(call);
		}
		if (isRefusal(session) && endpoint.takesAgents) {
			return errorReply(401, "API key or workspace agent token required, but none provided");
		}
		if (isRefusal(session)) {
			const accessUrl = state.optionValues().text("CODER_ACCESS_URL");
			return unauthorized(state.version, accessUrl, session.detail, session.message);
		}
		const narrow = isNarrow(session, state.version);
		if (endpoint.needs === "deploymentRead" && (narrow || !mayReadDeployment(session.account))) {
			return withWarnings(exchange, session, forbidden(state.version));
		}
		return withWarnings(exchange, session, endpoint.handle(call));
	};
	return withLimit(answer(), limit);
}

function countRequest(exchange: Exchange, user?: SessionKey): RateLimitStatus | undefined {
	const { state, request, route, now } = exchange;
	const value = state.optionValues().value("CODER_API_RATE_LIMIT");
	const limit = typeof value === "number" && value !== 0 ? value : 512;
	const who = user?.account.id ?? request.socket.remoteAddress ?? "";
	return state.limiter.count(`${who} ${route.id} ${route.parts.join("/")}`, limit, now);
}

function withLimit(reply: Reply, limit: RateLimitStatus | undefined): Reply {
	if (!limit) {
		return reply;
	}
	const headers = {
		"X-RateLimit-Limit": String(limit.limit),
		"X-RateLimit-Remaining": String(limit.remaining),
		"X-RateLimit-Reset": String(limit.reset),
	};
	return { ...reply, headers: { ...reply.headers, ...headers } };
}

/** Users who can read the deployment get license warnings; up to v2.15, everyone with a role. */
function withWarnings({ state }: Exchange, session: SessionKey, reply: Reply): Reply {
	const reported =
		!isNarrow(session, state.version) &&
		(state.version.level >= 16
			? mayReadDeployment(session.account)
			: session.account.roles.length > 0);
	if (!reported || state.version.level < 10 || state.warnings.length === 0) {
		return reply;
	}
	const headers = { "X-Coder-Entitlements-Warning": state.warnings };
	return { ...reply, headers: { ...reply.headers, ...headers } };
}
