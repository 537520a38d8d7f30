/** The sample deployment's tokens; three of them no longer work. "scoped" is the owner's token with narrow scopes. */
export type TokenName =
	"owner" | "auditor" | "member" | "scoped" | "expired" | "revoked" | "suspended";

/** A user of the sample organization. */
export interface Account {
	readonly id: string;
	readonly username: string;
	readonly name: string;
	readonly email: string;
	readonly status: "active" | "suspended";
	/** Site-wide roles in addition to member. */
	readonly roles: readonly { readonly name: string; readonly display_name: string }[];
}

const domain = "larkspur.example";

const owner: Account = {
	id: "6b0c6a5e-0001-4c0e-8f00-5a3e1e000001",
	username: "mira",
	name: "Mira Holt",
	email: `mira@${domain}`,
	status: "active",
	roles: [{ name: "owner", display_name: "Owner" }],
};

const auditor: Account = {
	id: "6b0c6a5e-0002-4c0e-8f00-5a3e1e000002",
	username: "anselm",
	name: "Anselm Roy",
	email: `anselm@${domain}`,
	status: "active",
	roles: [{ name: "auditor", display_name: "Auditor" }],
};

const member: Account = {
	id: "6b0c6a5e-0003-4c0e-8f00-5a3e1e000003",
	username: "tove",
	name: "Tove Lind",
	email: `tove@${domain}`,
	status: "active",
	roles: [],
};

const suspended: Account = {
	id: "6b0c6a5e-0004-4c0e-8f00-5a3e1e000004",
	username: "ulf",
	name: "Ulf Brandt",
	email: `ulf@${domain}`,
	status: "suspended",
	roles: [],
};

/** All users of the sample organization. */
export const accounts: readonly Account[] = [owner, auditor, member, suspended];

/** The owner of each token. */
export const tokenOwners: Readonly<Record<TokenName, Account>> = {
	owner,
	auditor,
	member,
	scoped: owner,
	expired: member,
	revoked: member,
	suspended,
};

/** Obviously invented session tokens of the correct form: a key ID of 10 characters and a secret of 22. */
export const sampleTokens: Readonly<Record<TokenName, string>> = {
	owner: "SampleOwnr-SampleOwnerNotRealTokn",
	auditor: "SampleAudt-SampleAuditNotRealTokn",
	member: "SampleMmbr-SampleMembrNotRealTokn",
	scoped: "SampleScpd-SampleScopeNotRealTokn",
	expired: "SampleExpd-SampleExpirNotRealTokn",
	revoked: "SampleRvkd-SampleRevokNotRealTokn",
	suspended: "SampleSspd-SampleSuspdNotRealTokn",
};

/** The end of every sample token's secret, to search outputs for. */
export const tokenMark = "NotRealTokn";
