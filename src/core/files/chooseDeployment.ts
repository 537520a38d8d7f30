import { readExactUrl } from "../coder/deploymentUrl.ts";

/** The facts about a deployment that are needed to find the files that configure it. */
export interface FileDeployment {
	readonly name: string;
	readonly url: string;
	/** The access URL that the server reported, if it was requested. */
	readonly accessUrl?: string | undefined;
}

/** The deployment that a file configures, and why it was chosen. */
export interface ChosenDeployment<D> {
	readonly deployment: D;
	readonly because: "accessUrl" | "setting" | "active";
}

/**
 * Returns the deployment that a file configures: the one whose access URL it sets; otherwise the one that the setting
 * assigns to it; otherwise the active one.
 *
 * @param accessUrls the access URLs that the file sets
 * @param setting `coderDeployment.files.deployments`: names or URLs by glob; may contain anything
 * @param matches whether a glob matches the file
 */
export function chooseDeployment<D extends FileDeployment>(
	accessUrls: readonly string[],
	setting: unknown,
	matches: (glob: string) => boolean,
	deployments: readonly D[],
	active: D | undefined,
): ChosenDeployment<D> | undefined {
	// Of several accounts at the same deployment, prefer the active one.
	const ordered = active ? [active, ...deployments] : deployments;
	for (const written of accessUrls) {
		const found = ordered.find((one) => isAt(one, written));
		if (found) return { deployment: found, because: "accessUrl" };
	}
	for (const [glob, wanted] of entriesOf(setting)) {
		const found = ordered.find(({ name, url }) => name === wanted || url === wanted);
		if (found && glob !== "" && matches(glob)) return { deployment: found, because: "setting" };
	}
	return active && { deployment: active, because: "active" };
}

function isAt({ url, accessUrl }: FileDeployment, written: string): boolean {
	const reading = readExactUrl(written);
	return (
		reading.ok && [url, accessUrl].some((one) => one !== undefined && sameUrl(one, reading.url))
	);
}

function sameUrl(one: string, other: string): boolean {
	const reading = readExactUrl(one);
	return reading.ok && reading.url === other;
}

function entriesOf(setting: unknown): [key: string, value: unknown][] {
	return Object.entries(typeof setting === "object" && setting !== null ? setting : {});
}
