import { answerBounds, ExcessError } from "../base/bounds.ts";
import { checkValue } from "../base/checkValue.ts";
import { cspReports } from "./endpoints.ts";
import { formatCount } from "../base/format.ts";
import { isJsonObject, type JsonObject, type JsonValue } from "../base/json.ts";
import { t } from "../base/l10n.ts";

/** A valid report, or what is wrong with it. */
export type CspReading =
	| { readonly ok: true; readonly report: JsonObject }
	| { readonly ok: false; readonly message: string };

/** Parses a CSP violation report in browsers' format: an object with an object `csp-report`. */
export function readCspReport(text: string): CspReading {
	if (text.trim() === "")
		return wrong(t("There's no text to send. Open or select the JSON of a CSP report."));
	const bytes = new TextEncoder().encode(text).length;
	if (bytes > cspReports.maxBodyBytes) {
		return wrong(
			t(
				"The report is {0} bytes long, but the server accepts at most {1}. Shorten it.",
				formatCount(bytes),
				formatCount(cspReports.maxBodyBytes),
			),
		);
	}
	let json: JsonValue;
	try {
		json = JSON.parse(text) as JsonValue;
		checkValue(json, answerBounds);
	} catch (error) {
		if (error instanceof ExcessError)
			return wrong(t("This report can't be sent. {0}", error.message));
		return wrong(t("This isn't JSON: {0}", error instanceof Error ? error.message : ""));
	}
	if (!isJsonObject(json) || !isJsonObject(json["csp-report"])) {
		return wrong(
			t(
				'A CSP report is a JSON object that contains an object named "csp-report". This one doesn\'t.',
			),
		);
	}
	return { ok: true, report: json };
}

function wrong(message: string): CspReading {
	return { ok: false, message };
}
