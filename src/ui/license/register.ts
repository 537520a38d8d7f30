import { licenseAttention } from "../../core/license/licenseAttention.ts";
import type { Services } from "../app/services.ts";

/** Counts a license that ends. */
export function registerLicense({ attention }: Services): void {
	attention.add(licenseAttention);
}
