import type { Disposable } from "../base/event.ts";
import type { Notification } from "./notification.ts";

/** Related occurrences, such as an upgrade and what it changes, are found within this time, in ms. */
const gatherMs = 2_000;

/** The services that the queue uses. */
export interface QueueServices {
	/** Shows the first and most important of these, and offers the others. */
	readonly show: (notifications: readonly [Notification, ...Notification[]]) => void;
	/** Resolves once no message of the extension is visible. Never rejects. */
	readonly quiet: () => Promise<void>;
	/** Whether a notification is still worth showing. */
	readonly isCurrent: (notification: Notification) => boolean;
}

/**
 * Never shows two notifications at the same time: those that become due while another message is visible wait, and are
 * shown as one.
 */
export class NotificationQueue implements Disposable {
	readonly #services: QueueServices;
	#waiting: Notification[] = [];
	#isGathering = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(services: QueueServices) {
		this.#services = services;
	}

	/** Shows a notification soon, together with others that are due by then. */
	add(notification: Notification): void {
		this.#waiting.push(notification);
		if (!this.#isGathering) void this.#gather();
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#waiting = [];
	}

	async #gather(): Promise<void> {
		this.#isGathering = true;
		await new Promise((resolve) => {
			this.#timer = setTimeout(resolve, gatherMs);
		});
		await this.#services.quiet();
		this.#isGathering = false;
		const [first, ...rest] = this.#waiting
			.filter(this.#services.isCurrent)
			.toSorted((a, b) => a.rank - b.rank);
		this.#waiting = [];
		if (first) this.#services.show([first, ...rest]);
	}
}
