import { isLimitedAccount } from "../coder/limitedToken.ts";
import { t } from "../base/l10n.ts";
import type { Account } from "./deployment.ts";

/** Who is signed in, for people: the user name, or the token whose account is not known. */
export function accountName({ id, username }: Pick<Account, "id" | "username">): string {
	return isLimitedAccount(id) ? t("limited token {0}", username) : username;
}
