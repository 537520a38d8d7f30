import { licenseAttention } from "../../core/license/licenseAttention.ts";
import type { Services } from "../app/services.ts";

/** Adds an ending license to what needs attention. */
export function registerLicense({ attention }: Services): void {
	attention.add(licenseAttention);
}
