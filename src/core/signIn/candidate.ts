import { isLimitedAccount } from "../coder/limitedToken.ts";
import { accountName } from "../deployments/accountName.ts";
import type { NamedDeployment, SavedDeployment } from "../deployments/deployment.ts";
import { formatMoment } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { ApiKey, BuildInfo, User } from "../coder/model.ts";
import { nameOfUrl } from "../base/url.ts";

/** A deployment that responded at an address. */
export interface DeploymentAddress {
	readonly url: string;
	readonly buildInfo: BuildInfo;
}

/** A verified token and its account. */
export interface Session {
	readonly token: string;
	readonly user: User;
	readonly key: ApiKey | undefined;
}

/**
 * Returns what to store about a deployment.
 *
 * @param before what was stored before; a name that the user gave is kept
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

/** Returns the name of a deployment. A user-defined name is kept; a default name follows the address. */
function nameFor(url: string, before: NamedDeployment | undefined): string {
	const given = before !== undefined && before.name !== nameOfUrl(before.url);
	return given ? before.name : nameOfUrl(url);
}

/**
 * Returns the deployment's identity: its ID, so that two URLs of one deployment are the same, or its URL before v2.11.
 */
export function keyOf({ url, buildInfo }: DeploymentAddress): string {
	return buildInfo.deploymentId || url;
}

/** Returns the identity of a copy, such as a restored backup, which has the original's ID. */
export function keyOfCopy({ url, buildInfo }: DeploymentAddress): string {
	return `${buildInfo.deploymentId ?? ""}@${url}`;
}

/** Returns the stored row of a URL, otherwise that of its deployment ID at another URL. */
export function rememberedOf<T extends NamedDeployment>(
	address: DeploymentAddress,
	list: readonly T[],
): T | undefined {
	return (
		list.find(({ url }) => url === address.url) ?? list.find(({ key }) => key === keyOf(address))
	);
}

/** Formats account and roles: `mira (Owner)`. */
export function accountText({ user }: Session): string {
	if (isLimitedAccount(user.id)) return accountName(user);
	const roles = user.roles.map(({ displayName }) => displayName).join(", ") || t("Member");
	return `${user.username} (${roles})`;
}

/** Says in a sentence when the token expires. */
export function expiryText({ key }: Session): string {
	return key?.expiresAt === undefined
		? t("The token's expiration time is unknown.")
		: t("The token expires on {0}.", formatMoment(key.expiresAt));
}
