import { formatAge, formatLatency, formatMoment, formatNanoseconds } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { Snapshot } from "../deployments/slot.ts";
import { endsSoonMs, tokenEndsSoon } from "../deployments/tokenEnd.ts";
import { valueRow, type OutlineNode } from "./node.ts";
import { section } from "./section.ts";

/**
 * Returns the section that shows who is signed in, for how long, and whether the API responds. `now` in ms since the
 * epoch.
 */
export function sessionSection(parent: string, snapshot: Snapshot, now: number): OutlineNode {
	const user = snapshot.user.value;
	return section({
		parent,
		name: "session",
		label: t("Session"),
		icon: "account",
		snapshot,
		from: ["user", "apiKey", "tokenConfig", "root"],
		...(user ? { description: describe(user.username, snapshot, now) } : {}),
		more: tokenEndsSoon(snapshot, now) === undefined ? {} : { tone: "warning" },
		tooltip: [t("The account that you're signed in with.")],
		rows: (id) => [
			...(user
				? [
						valueRow(id, "account", t("Account"), user.username, {
							icon: "account",
							tooltip: [user.name, user.email].filter((text): text is string => Boolean(text)),
						}),
						valueRow(
							id,
							"roles",
							t("Roles"),
							user.roles.map(({ displayName }) => displayName).join(", ") || t("Member"),
							{ icon: "organization" },
						),
					]
				: []),
			expiryRow(id, snapshot, now),
			lifetimeRow(id, snapshot),
			rootRow(id, snapshot),
		],
	});
}

function describe(username: string, snapshot: Snapshot, now: number): string {
	const soon = tokenEndsSoon(snapshot, now) !== undefined;
	return soon ? t("{0} · token expires soon", username) : username;
}

function expiryRow(id: string, { apiKey }: Snapshot, now: number): OutlineNode {
	const expiresAt = apiKey.value?.expiresAt;
	const label = t("Token expires");
	if (expiresAt === undefined) return unknownRow(id, "expires", label, apiKey.failure?.message);
	const soon = expiresAt - now < endsSoonMs;
	return valueRow(id, "expires", label, formatMoment(expiresAt), {
		icon: "key",
		...(soon ? { tone: "warning" } : {}),
		tooltip: [
			formatAge(expiresAt, now),
			t("The server can extend this each time the token is used."),
		],
	});
}

function lifetimeRow(id: string, { tokenConfig }: Snapshot): OutlineNode {
	const lifetime = tokenConfig.value?.maxTokenLifetimeNs;
	const label = t("Maximum token lifetime");
	if (lifetime === undefined)
		return unknownRow(id, "lifetime", label, tokenConfig.failure?.message);
	return valueRow(id, "lifetime", label, formatNanoseconds(lifetime), {
		icon: "symbol-ruler",
		copy: lifetime.toString(),
		tooltip: [
			Number(lifetime) === 0
				? t("Zero: the server rejects every request for a token with a lifetime.")
				: t("The longest lifetime that you can give a token. It depends on your roles."),
			t("{0} nanoseconds", lifetime.toString()),
		],
	});
}

/** Upper bounds of latencies, in ms. Steps avoid redrawing the row if nothing relevant changes. */
const paces = [50, 100, 250, 500, 1000, 2500];

function rootRow(id: string, { root }: Snapshot): OutlineNode {
	const label = t("API root");
	if (root.value === undefined || root.failure) {
		return unknownRow(id, "root", label, root.failure?.message);
	}
	const took = root.tookMs ?? 0;
	const pace = paces.find((bound) => took < bound);
	return valueRow(
		id,
		"root",
		label,
		pace === undefined ? t("Responds slowly") : t("Responds in under {0}", formatLatency(pace)),
		{
			icon: "pulse",
			tone: pace === undefined ? "warning" : "good",
			copy: root.value.message,
			tooltip: [t("GET /api/v2/ returned “{0}”.", root.value.message)],
			...(root.at === undefined ? {} : { at: root.at }),
		},
	);
}

function unknownRow(id: string, name: string, label: string, why: string | undefined): OutlineNode {
	return {
		id: `${id}/${name}`,
		label,
		description: t("Unknown"),
		icon: "question",
		tone: "muted",
		...(why === undefined ? {} : { tooltip: [why] }),
	};
}
