import type { Chosen, NetworkSettings } from "../settings/networkSettings.ts";
import { valuesFor, type Standing } from "../settings/perDeployment.ts";

/** What the settings say of the headers of requests to one deployment; nothing expanded, nothing run. */
interface ChosenHeaders {
	/** In the order in which they apply: a later one replaces an earlier one of the same name. */
	readonly headers: readonly Chosen<Readonly<Record<string, string>>>[];
	readonly command: Chosen<string> | undefined;
}

/** Chooses the headers and the header command that are for a URL. */
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
		// An empty command says that there is none for this deployment.
		command: command ? { value: command, from: headerCommand.from } : undefined,
	};
}

/** The settings whose headers a URL does not get before it is confirmed, by their full names. */
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
