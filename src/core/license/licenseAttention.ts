import { t } from "../base/l10n.ts";
import { oneNeed, type AttentionSource } from "../deployments/attention.ts";
import { isLicenseShown, readLicense } from "./license.ts";

/** A license that expires soon or is in its grace period. */
export const licenseAttention: AttentionSource = ({ snapshot }, now) => {
	if (!isLicenseShown(snapshot)) return {};
	const kind = readLicense(snapshot, now)?.kind;
	if (kind === "endsSoon") return { need: oneNeed("license", t("license ends soon")) };
	if (kind === "grace") return { need: oneNeed("license", t("license in its grace period")) };
	return {};
};
