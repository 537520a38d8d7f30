import { isMissingModule } from "../../core/base/missingModule.ts";
import { lazy, type Lazy } from "../../core/base/lazy.ts";
import { offerReload } from "./offerReload.ts";

let isTold = false;

/**
 * A part of the extension that is loaded when it's needed. Where it isn't on the disk any more, because the extension
 * was updated while this window runs the version before, that is said once: parts are also needed by what nobody started,
 * such as panels that are restored and files that are opened.
 */
export function lazyPart<T>(load: () => Promise<T>): Lazy<T> {
	return lazy(async () => {
		try {
			return await load();
		} catch (error) {
			if (isMissingModule(error) && !isTold) {
				isTold = true;
				void offerReload();
			}
			throw error;
		}
	});
}
