import { t } from "../../core/base/l10n.ts";
import type { Announcer } from "./announcer.ts";

/** How long the extension may take to copy, in ms; it takes a few. */
const patienceMs = 5000;

interface Request {
	readonly done: () => void;
	readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Waits for the extension to copy, which a page can't do itself. A page that outlived the extension host, as after a
 * crash, gets no answer and says so.
 */
export class Copying {
	readonly #announcer: Announcer;
	readonly #requests: Request[] = [];

	constructor(announcer: Announcer) {
		this.#announcer = announcer;
	}

	/** Call it when something was asked to be copied. @param done called once it was, however late */
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

	/** The extension says that it copied. It answers in the order in which it was asked. */
	copied(): void {
		const request = this.#requests.shift();
		if (!request) return;
		clearTimeout(request.timer);
		request.done();
	}
}
