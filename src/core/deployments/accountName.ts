import { isLimitedAccount } from "../coder/limitedToken.ts";
import { t } from "../base/l10n.ts";
import type { Account } from "./deployment.ts";

/** Returns the name of the signed-in account: the user name, or a description of a token without a known account. */
export function accountName({ id, username }: Pick<Account, "id" | "username">): string {
	return isLimitedAccount(id) ? t("limited token {0}", username) : username;
}
