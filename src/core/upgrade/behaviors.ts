import { t } from "../base/l10n.ts";
import { mainBuild, type Release } from "../coder/release.ts";
import type { Edition } from "./edition.ts";
import type { UpgradeFacts } from "./upgradeFacts.ts";

/** A change in a version's behavior that needs no change of options. */
export interface Behavior {
	/** The option that the change relates to. */
	readonly id: string;
	/** The first release with the new behavior. */
	readonly since: Release;
}

/**
 * The known changes, by option. From Coder's source, v2.23 to 2026-08: `tokenconfig` by role, fixed lifetimes of named
 * tokens, and who can register OAuth2 clients.
 */
const behaviors: readonly (Behavior & {
	/** Whether it affects a deployment. */
	readonly matters: (facts: UpgradeFacts, isSet: (id: string) => boolean) => boolean;
})[] = [
	{
		id: "CODER_MAX_ADMIN_TOKEN_LIFETIME",
		since: 24,
		matters: (_, isSet) => !isSet("CODER_MAX_ADMIN_TOKEN_LIFETIME"),
	},
	{ id: "CODER_MAX_TOKEN_LIFETIME", since: 35, matters: () => true },
	{
		id: "CODER_EXPERIMENTS",
		since: mainBuild,
		matters: ({ experiments }) => experiments.includes("oauth2"),
	},
];

/** Returns the changes in behavior that come with a later version. */
export function behaviorsBetween(
	from: Edition,
	to: Edition,
	facts: UpgradeFacts,
	isSet: (id: string) => boolean,
): Behavior[] {
	return behaviors
		.filter(({ since }) => from.release < since && since <= to.release)
		.filter(({ matters }) => matters(facts, isSet))
		.map(({ id, since }) => ({ id, since }));
}

/**
 * Describes the effect of a change in behavior, or of an option that is new or has another default; undefined for most.
 */
export function meaningOf(id: string): string | undefined {
	switch (id) {
		case "CODER_MAX_ADMIN_TOKEN_LIFETIME":
			return t("Owners' new tokens last 7 days at most, unless you set a different maximum.");
		case "CODER_MAX_TOKEN_LIFETIME":
			return t("Named tokens now expire when their lifetime ends, even if they are in use.");
		case "CODER_EXPERIMENTS":
			return t("OAuth2 apps can't register themselves until an owner allows it.");
		case "CODER_AI_GATEWAY_ENABLED":
		case "CODER_AIBRIDGE_ENABLED":
			return t("AI Gateway runs unless you turn it off.");
		case "CODER_NOTIFICATIONS_INBOX_ENABLED":
			return t("Notifications also appear in the dashboard.");
		case "CODER_DERP_SERVER_STUN_ADDRESSES":
			return t("The server and workspaces contact more STUN servers.");
		default:
			return undefined;
	}
}
