import type { Deployment } from "../deployments/deployment.ts";
import { t } from "../base/l10n.ts";
import { urlAndParents } from "../base/url.ts";
import { readExactUrl } from "../coder/deploymentUrl.ts";
import { shorten } from "./texts.ts";
import type { ToolContext } from "./tool.ts";

/** Maximum number of names to list when a name isn't known. */
const mostNames = 20;

/**
 * Returns the deployment with this name or URL, ignoring case; by default, the active one.
 *
 * @throws Error with a sentence that lists the known ones
 */
export function pickDeployment({ deployments }: ToolContext, wanted?: string): Deployment {
	const { list, active } = deployments;
	if (!active) {
		throw new Error(
			t(
				"No one is signed in to a Coder deployment. Ask the user to run the command “Coder Deployment: Sign In”.",
			),
		);
	}
	if (wanted === undefined) return active;
	const [found, ...others] = named(list, wanted);
	if (!found) {
		throw new Error(
			t(
				"There is no deployment “{0}”. The user is signed in to: {1}.",
				shorten(wanted, 100),
				list
					.slice(0, mostNames)
					.map(({ saved }) => t("{0} ({1})", shorten(saved.name, 100), saved.url))
					.join(", "),
			),
		);
	}
	if (others.length > 0) {
		const urls = [found, ...others].slice(0, mostNames).map(({ saved }) => saved.url);
		throw new Error(
			t("Several deployments have this name. Use the URL of one of them: {0}.", urls.join(", ")),
		);
	}
	return found;
}

function named(list: readonly Deployment[], wanted: string): readonly Deployment[] {
	const name = wanted.trim().toLowerCase();
	const byName = list.filter(({ saved }) => saved.name.toLowerCase() === name);
	if (byName.length > 0) return byName;
	const reading = readExactUrl(name);
	if (!reading.ok) return [];
	// A dashboard page is below its deployment.
	for (const url of urlAndParents(reading.url)) {
		const found = list.find(({ saved }) => saved.url.toLowerCase() === url);
		if (found) return [found];
	}
	return [];
}
