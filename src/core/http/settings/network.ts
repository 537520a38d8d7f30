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

/** Tells requests how to reach deployments, by the settings of the moment. */
export class Network {
	readonly #settings: () => NetworkSettings;
	readonly #log: Logger;
	readonly #commands: HeaderCommandCache;
	#described = "";

	/** @param settings gives the settings in force; the same object until they change */
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
	 * How to reach a deployment, by its base URL, or the failure of the setting that cannot be used.
	 *
	 * @param standing how far the URL is trusted: whether it gets the settings' headers
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

	/** The settings whose headers a URL does not get before it is confirmed, by their full names. */
	withheld(url: string, standing: Standing): readonly string[] {
		return withheldSettings(this.#settings(), url, standing);
	}

	/** To be called when a deployment refused a request: headers of a command may be too old. */
	invalidateHeaders(url: string): void {
		this.#commands.invalidate(url);
	}

	/** Writes the settings to the log, once and again whenever they changed. */
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
