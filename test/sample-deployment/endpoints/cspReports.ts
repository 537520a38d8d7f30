import { errorReply } from "../errors.ts";
import { isJsonObject, type JsonValue } from "../json.ts";
import { jsonReply, type Reply } from "../reply.ts";
import type { EndpointCall } from "./endpoint.ts";

const maxBytes = 65_536;

/** Handles POST /csp/reports: stores the report if the body is JSON and, on the newest servers, not too long. */
export function receiveCspReport({ state, body }: EndpointCall): Reply {
	if (state.version.level >= 36 && body.length > maxBytes) {
		return errorReply(
			413,
			"Request body too large.",
			`Maximum CSP report size is ${maxBytes} bytes.`,
		);
	}
	const message = "Failed to read body, invalid json.";
	let report: JsonValue;
	try {
		report = JSON.parse(body.toString("utf8")) as JsonValue;
	} catch (error) {
		return errorReply(400, message, body.length === 0 ? "EOF" : String(error));
	}
	if (!isJsonObject(report)) {
		return errorReply(
			400,
			message,
			"json: cannot unmarshal value into Go value of type csp report",
		);
	}
	state.cspReports.push(report);
	return jsonReply(200, "ok");
}
