import { isMissingModule } from "../../core/base/missingModule.ts";
import { offerReload } from "../messages/offerReload.ts";
import { t } from "../../core/base/l10n.ts";
import type { App, AppParts } from "./app.ts";
import { showError } from "../messages/messages.ts";

/**
 * The extension behind its front. Activation costs only the front; everything else is loaded when it is needed for
 * the first time, and once.
 */
export class LazyApp {
	readonly #parts: AppParts;
	#loading: Promise<App> | undefined;
	#loaded: App | undefined;

	constructor(parts: AppParts) {
		this.#parts = parts;
	}

	/** What is there already, without loading anything. */
	get loaded(): App | undefined {
		return this.#loaded;
	}

	/** Loads the rest of the extension, if need be. */
	readonly get = (): Promise<App> => (this.#loading ??= this.#load());

	/** Loads the rest; says so if that fails, which it does only where the installation is damaged. */
	readonly start = (): void => {
		this.get().catch((error: unknown) => {
			if (isMissingModule(error)) {
				void offerReload();
				return;
			}
			void showError(
				t("Couldn't load Coder Deployment. Reinstall the extension. {0}", String(error)),
			);
		});
	};

	async #load(): Promise<App> {
		const { startApp } = await import("./app.ts");
		this.#loaded = startApp(this.#parts);
		return this.#loaded;
	}
}
