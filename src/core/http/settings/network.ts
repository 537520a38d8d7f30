import { cancelledRequest } from "../cancelledRequest.ts";
import type { ApiFailure, Outcome } from "../failure.ts";
import { t } from "../../base/l10n.ts";
import type { Logger } from "../../base/logger.ts";
import { describeSettings } from "./describeSettings.ts";
import { HeaderCommandCache } from "../headers/headerCommandCache.ts";
import { withheldSettings } from "../headers/headersFor.ts";
import type { NetworkOptions } from "./networkOptions.ts";
import type { NetworkSettings } from "./networkSettings.ts";
import type { Standing } from "./perDeployment.ts";
import { resolveOptions } from "./resolveOptions.ts";
import { SettingProblem } from "./settingProblem.ts";

/** Provides requests with the current network settings. */
export class Network {
	readonly #settings: () => NetworkSettings;
	readonly #log: Logger;
	readonly #commands: HeaderCommandCache;
	#described = "";

	/** @param settings returns the current settings; the same object until they change */
	constructor(
		settings: () => NetworkSettings,
		log: Logger,
		commands: HeaderCommandCache = new HeaderCommandCache(),
	) {
		this.#settings = settings;
		this.#log = log;
		this.#commands = commands;
	}

	/**
	 * Returns how to reach a deployment by its base URL, or the failure of an invalid setting.
	 *
	 * @param standing how far the URL is trusted, which determines whether it gets the headers from the settings
	 */
	async options(
		url: string,
		signal: AbortSignal,
		standing: Standing,
	): Promise<Outcome<NetworkOptions>> {
		const settings = this.#settings();
		this.#describe(settings);
		try {
			const value = await resolveOptions(settings, url, this.#commands, signal, standing);
			return { ok: true, value };
		} catch (error) {
			if (signal.aborted) return { ok: false, failure: cancelledRequest() };
			return { ok: false, failure: unusable(error) };
		}
	}

	/** Returns the full names of settings with headers that a URL doesn't get until it's confirmed. */
	withheld(url: string, standing: Standing): readonly string[] {
		return withheldSettings(this.#settings(), url, standing);
	}

	/** Call this when a deployment rejects a request: a command's headers may have expired. */
	invalidateHeaders(url: string): void {
		this.#commands.invalidate(url);
	}

	/** Logs the settings initially and after each change. */
	#describe(settings: NetworkSettings): void {
		const lines = describeSettings(settings);
		const text = lines.join("\n");
		if (text === this.#described) return;
		this.#described = text;
		this.#commands.clear();
		for (const line of lines) this.#log.info(line);
	}
}

function unusable(error: unknown): ApiFailure {
	const known = error instanceof SettingProblem;
	const cause = error instanceof Error ? error.cause : undefined;
	return {
		kind: "settings",
		message: known ? error.message : t("The network settings can't be used."),
		advice: known ? t("Correct the setting {0}.", error.setting) : t("See the log for details."),
		action: known ? "openSettings" : "showLog",
		...(known ? { setting: error.setting } : {}),
		causes: cause instanceof Error ? [cause.message] : known ? [] : [String(error)],
	};
}
