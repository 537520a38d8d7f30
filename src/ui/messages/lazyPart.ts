import { isMissingModule } from "../../core/base/missingModule.ts";
import { lazy, type Lazy } from "../../core/base/lazy.ts";
import { offerReload } from "./offerReload.ts";

let isReported = false;

/**
 * Returns a part of the extension that is loaded when needed. If it is no longer on disk, because the extension was
 * updated while this window was running the previous version, offers once to reload the window. Parts are also needed
 * without an action of the user, such as for restored panels and opened files.
 */
export function lazyPart<T>(load: () => Promise<T>): Lazy<T> {
	return lazy(async () => {
		try {
			return await load();
		} catch (error) {
			if (isMissingModule(error) && !isReported) {
				isReported = true;
				void offerReload();
			}
			throw error;
		}
	});
}
