import { isLimitedAccount } from "../coder/limitedToken.ts";
import { accountName } from "../deployments/accountName.ts";
import type { NamedDeployment, SavedDeployment } from "../deployments/deployment.ts";
import { formatMoment } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { ApiKey, BuildInfo, User } from "../coder/model.ts";
import { nameOfUrl } from "../base/url.ts";

/** A deployment that answered at an address. */
export interface DeploymentAddress {
	readonly url: string;
	readonly buildInfo: BuildInfo;
}

/** A token that was checked, and whose it is. */
export interface Session {
	readonly token: string;
	readonly user: User;
	readonly key: ApiKey | undefined;
}

/**
 * What will be remembered of a deployment.
 *
 * @param before what was remembered of it, whose name it keeps if somebody gave it one
 * @param key its identity
 */
export function toSaved(
	address: DeploymentAddress,
	{ user }: Session,
	before: NamedDeployment | undefined,
	key = keyOf(address),
): SavedDeployment {
	return {
		key,
		url: address.url,
		name: nameFor(address.url, before),
		account: {
			id: user.id,
			username: user.username,
			...(user.email === undefined ? {} : { email: user.email }),
		},
	};
}

/** A name that somebody gave stays; one that was only the address follows the address. */
function nameFor(url: string, before: NamedDeployment | undefined): string {
	const given = before !== undefined && before.name !== nameOfUrl(before.url);
	return given ? before.name : nameOfUrl(url);
}

/** The deployment's identity: its id, so that two URLs of one deployment are one; its URL before v2.11. */
export function keyOf({ url, buildInfo }: DeploymentAddress): string {
	return buildInfo.deploymentId || url;
}

/** The identity of a copy, such as one restored from a backup: it has the id of the original. */
export function keyOfCopy({ url, buildInfo }: DeploymentAddress): string {
	return `${buildInfo.deploymentId ?? ""}@${url}`;
}

/** What is remembered of a place: the row of its URL, else that of its deployment ID at another URL. */
export function rememberedOf<T extends NamedDeployment>(
	address: DeploymentAddress,
	list: readonly T[],
): T | undefined {
	return (
		list.find(({ url }) => url === address.url) ?? list.find(({ key }) => key === keyOf(address))
	);
}

/** Account and roles: `mira (Owner)`. */
export function accountText({ user }: Session): string {
	if (isLimitedAccount(user.id)) return accountName(user);
	const roles = user.roles.map(({ displayName }) => displayName).join(", ") || t("Member");
	return `${user.username} (${roles})`;
}

/** When the token ends, as a sentence. */
export function expiryText({ key }: Session): string {
	return key?.expiresAt === undefined
		? t("The token's expiration time is unknown.")
		: t("The token expires on {0}.", formatMoment(key.expiresAt));
}
