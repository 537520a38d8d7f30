import { isAllowed, isNarrow } from "../auth/permissions.ts";
import { errorReply } from "../errors.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../json.ts";
import { provisionersAllowed } from "./organizations.ts";
import { jsonReply, type Reply } from "../reply.ts";
import { sessionOf, type EndpointCall } from "./endpoint.ts";

/** Handles POST /authcheck: answers each question about the caller's permissions with yes or no. */
export function authCheck(call: EndpointCall): Reply {
	const session = sessionOf(call);
	const narrow = isNarrow(session, call.state.version);
	const checks = readChecks(call.body);
	if (!checks) {
		return errorReply(400, "Request body must be valid JSON.");
	}
	const answers: JsonObject = {};
	for (const [name, check] of Object.entries(checks)) {
		const object = isJsonObject(check) ? check["object"] : undefined;
		const resource = isJsonObject(object) ? object["resource_type"] : undefined;
		const action = isJsonObject(check) ? check["action"] : undefined;
		answers[name] =
			isJsonObject(object) && resource === "provisioner_jobs"
				? provisionersAllowed(session, call.state, object)
				: !narrow && isAllowed(session.account, asText(resource), asText(action));
	}
	return jsonReply(200, answers);
}

function readChecks(body: Buffer): JsonObject | undefined {
	try {
		const value = JSON.parse(body.toString("utf8")) as JsonValue;
		const checks = isJsonObject(value) ? value["checks"] : undefined;
		return isJsonObject(checks) ? checks : undefined;
	} catch {
		return undefined;
	}
}

function asText(value: JsonValue | undefined): string {
	return typeof value === "string" ? value : "";
}
