import { t } from "../../core/base/l10n.ts";
import type { Announcer } from "./announcer.ts";

/** How long to wait for the extension to copy, in ms. It usually takes a few. */
const patienceMs = 5000;

interface Request {
	readonly done: () => void;
	readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Waits for the extension to copy, which a page can't do itself. If the page outlived the extension host, for example
 * after a crash, there is no response, and it shows that.
 */
export class Copying {
	readonly #announcer: Announcer;
	readonly #requests: Request[] = [];

	constructor(announcer: Announcer) {
		this.#announcer = announcer;
	}

	/** Call this when copying was requested. @param done called once it is finished, however late */
	start(done: () => void): void {
		const timer = setTimeout(() => {
			this.#announcer.show(
				t(
					"Nothing was copied because the extension didn't respond. Close this page and open it again.",
				),
			);
		}, patienceMs);
		this.#requests.push({ done, timer });
	}

	/** Call this when the extension has copied. Its responses arrive in the order of the requests. */
	copied(): void {
		const request = this.#requests.shift();
		if (!request) return;
		clearTimeout(request.timer);
		request.done();
	}
}
