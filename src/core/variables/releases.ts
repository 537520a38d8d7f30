import { releasesText } from "./releaseTable.ts";

/** When an option of the server came and went, as far as it is not there in all releases since v2.0. */
export interface Releases {
	/** The first release with it, such as `v2.17`; `main` where no release had it when the table was made. */
	readonly since?: string;
	/** The last release with it. */
	readonly last?: string;
}

let releases: Map<string, Releases> | undefined;

function read(): Map<string, Releases> {
	const found = new Map<string, Releases>();
	for (const line of releasesText.split("\n")) {
		const [head = "", ...names] = line.split(" ");
		const release = head.slice(1);
		for (const name of names) {
			const whole = `CODER_${name}`;
			const known = found.get(whole);
			found.set(whole, {
				...known,
				...(head.startsWith("+") ? { since: release } : { last: release }),
			});
		}
	}
	return found;
}

export function releasesOf(name: string): Releases {
	return (releases ??= read()).get(name) ?? {};
}

/** The release after a last one: the first without the option. Each minor release followed the one before. */
export function releaseAfter(last: string): string {
	const [major = "", minor = ""] = last.split(".");
	return `${major}.${Number(minor) + 1}`;
}
