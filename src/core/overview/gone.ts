import type { ApiFailure } from "../http/failure.ts";
import { t } from "../base/l10n.ts";

/** Why a deployment is out of reach, in a word or two: what people look at first when it is. */
export function goneWords({ kind }: ApiFailure): string {
	switch (kind) {
		case "settings":
			return t("setting needs correction");
		case "certificate":
		case "clientCertificate":
			return t("certificate problem");
		case "proxy":
		case "proxyAuth":
			return t("proxy problem");
		default:
			return t("offline");
	}
}
