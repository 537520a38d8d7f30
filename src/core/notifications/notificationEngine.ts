import type { Deployment } from "../deployments/deployment.ts";
import { clocksAgree } from "../deployments/server.ts";
import { Claims } from "./claims.ts";
import type { Ledger } from "./ledger.ts";
import { t } from "../base/l10n.ts";
import type {
	Notification,
	NotificationButton,
	NotificationKind,
	Occurrence,
} from "./notification.ts";
import type { NotificationSetting, Wanted } from "./notificationSetting.ts";
import type { WatchedSettings } from "./watchedSettings.ts";

/** The services that the engine uses. */
export interface EngineServices {
	/** By importance, most important first. */
	readonly kinds: readonly NotificationKind[];
	readonly ledger: Ledger;
	readonly watched: WatchedSettings;
	/** Returns the time in ms since the epoch. */
	readonly now: () => number;
	/** Returns the current value of a setting. */
	readonly read: (setting: NotificationSetting) => unknown;
	/** Shows a notification. */
	readonly show: (notification: Notification) => void;
	/** Called with errors from checks. */
	readonly reportError: (error: unknown) => void;
}

/**
 * The maximum number of occurrences to report. Each is a file in the ledger, and a malicious server could send any
 * number.
 */
const mostFound = 100;

/** Checks deployments and shows each requested notification once, in one window. */
export class NotificationEngine {
	readonly #parts: EngineServices;
	readonly #looking = new Map<Deployment, Promise<void>>();
	/** Deployments about which something was learned during their check. */
	readonly #again = new Set<Deployment>();
	readonly #claims: Claims;

	constructor(parts: EngineServices) {
		this.#parts = parts;
		this.#claims = new Claims(parts.ledger, parts.now);
	}

	/** Returns what the current settings request of a kind. */
	wanted({ setting }: NotificationKind): Wanted {
		return setting ? setting.read(this.#parts.read(setting)) : true;
	}

	/** Checks whether there is something to report about a deployment. Never rejects. */
	check(deployment: Deployment): Promise<void> {
		const running = this.#looking.get(deployment);
		if (running) {
			this.#again.add(deployment);
			return running;
		}
		const check = this.#lookUntilNothingIsNew(deployment).finally(() => {
			this.#looking.delete(deployment);
		});
		this.#looking.set(deployment, check);
		return check;
	}

	async #lookUntilNothingIsNew(deployment: Deployment): Promise<void> {
		if (clocksAgree(deployment.server, this.#parts.now())) await this.#parts.ledger.tidy();
		do {
			this.#again.delete(deployment);
			for (const kind of this.#parts.kinds) {
				try {
					await this.#lookFor(kind, deployment);
				} catch (error) {
					this.#parts.reportError(error);
				}
			}
		} while (this.#again.has(deployment));
	}

	async #lookFor(kind: NotificationKind, deployment: Deployment): Promise<void> {
		const { watched: watching, kinds, now, show } = this.#parts;
		const { key } = deployment.saved;
		const wanted = this.wanted(kind);
		const topic = `${kind.id} ${key}`;
		if (wanted === undefined) {
			this.#claims.lookAway(topic);
			await watching.set(key, kind.id, undefined);
			return;
		}
		const isWanted = (id: string): boolean =>
			kinds.some((other) => other.id === id && this.wanted(other) !== undefined);
		const looking = { deployment, now: now(), wanted, isWanted };
		const found = (await kind.find(looking))?.slice(0, mostFound);
		if (!found) return;
		const isNews = kind.atOnce === true || watching.isKnown(key, kind.id, wanted);
		const claimed = await this.#claims.claim(topic, found);
		await this.#claims.letGo(kind, topic, found);
		if (!isNews) {
			await watching.set(key, kind.id, wanted);
			return;
		}
		const [first, ...more] = claimed.filter(({ quiet }) => !quiet);
		if (!first) return;
		show({
			kind: kind.id,
			rank: kinds.indexOf(kind),
			deployment,
			message: () => kind.sentence(deployment.saved.name, [first, ...more], looking),
			severity: kind.severity ?? "information",
			buttons: kind.buttons?.(first, looking) ?? usualButtons(kind, [first, ...more]),
		});
	}
}

/** Returns a button that shows what happened, and one that turns the notification off. */
function usualButtons(
	{ place: kindPlace, setting }: NotificationKind,
	[first, ...more]: readonly [Occurrence, ...Occurrence[]],
): NotificationButton[] {
	const place = more.length === 0 ? (first.place ?? kindPlace) : (kindPlace ?? first.place);
	return [
		...(place ? [{ title: t("Show"), action: place }] : []),
		...(setting ? [{ title: t("Don't Show Again"), action: { turnOff: setting } }] : []),
	];
}
