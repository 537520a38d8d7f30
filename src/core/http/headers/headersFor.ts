import type { Chosen, NetworkSettings } from "../settings/networkSettings.ts";
import { valuesFor, type Standing } from "../settings/perDeployment.ts";

/** The headers from the settings for one deployment. Nothing is expanded or run. */
interface ChosenHeaders {
	/** In order of precedence: a later header replaces an earlier one with the same name. */
	readonly headers: readonly Chosen<Readonly<Record<string, string>>>[];
	readonly command: Chosen<string> | undefined;
}

/** Returns the headers and the header command for a URL. */
export function headersFor(
	{ headers, headerCommand }: NetworkSettings,
	url: string,
	standing: Standing,
): ChosenHeaders {
	const command = headerCommand && valuesFor(headerCommand.value, url, standing).at(-1);
	return {
		headers: headers
			? valuesFor(headers.value, url, standing).map((value) => ({ value, from: headers.from }))
			: [],
		// An empty command means that there is none for this deployment.
		command: command ? { value: command, from: headerCommand.from } : undefined,
	};
}

/** Returns the full names of settings with headers that a URL doesn't get until it's confirmed. */
export function withheldSettings(
	settings: NetworkSettings,
	url: string,
	standing: Standing,
): readonly string[] {
	const sent = headersFor(settings, url, standing);
	const meant = headersFor(settings, url, "confirmed");
	return [
		...(meant.headers.length > sent.headers.length ? [settings.headers?.from ?? ""] : []),
		...(meant.command && !sent.command ? [meant.command.from] : []),
	];
}
