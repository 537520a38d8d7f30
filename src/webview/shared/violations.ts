import type { ViolationMessage } from "../../protocol/page.ts";

/** Reports what the page's security policy blocked, with the fields of a browser's own report. */
export function reportViolations(host: { postMessage(message: ViolationMessage): void }): void {
	document.addEventListener("securitypolicyviolation", (event) => {
		host.postMessage({
			type: "cspViolation",
			report: {
				"document-uri": event.documentURI,
				referrer: event.referrer,
				"violated-directive": event.violatedDirective,
				"effective-directive": event.effectiveDirective,
				"original-policy": event.originalPolicy,
				disposition: event.disposition,
				"blocked-uri": event.blockedURI,
				"source-file": event.sourceFile,
				"line-number": event.lineNumber,
				"column-number": event.columnNumber,
				"status-code": event.statusCode,
				"script-sample": event.sample,
			},
		});
	});
}
