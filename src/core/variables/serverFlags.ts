import { factAt, type OptionHistory } from "../releases/optionHistory.ts";
import { optionHistories } from "../releases/options.ts";
import { distance } from "./nearest.ts";
import { newestRelease } from "../coder/release.ts";

/** A flag of `coder server`. */
export interface ServerFlag {
	/** With its dashes, such as `--http-address`. */
	readonly name: string;
	/** The variable of the same option; missing if it has none. */
	readonly env?: string;
	readonly history: OptionHistory;
	/** Whether it is a switch, which doesn't read the next argument. */
	readonly isSwitch: boolean;
}

/** The short forms of flags, as servers from v2.15 to v2.35 report them. */
const shorthands: Readonly<Record<string, string>> = {
	"-a": "--address",
	"-c": "--config",
	"-l": "--log-filter",
	"-v": "--verbose",
};

/** Flags of the command line itself, which also apply to `coder server`. From Coder's `cli/root.go`, v2.35. */
const commandFlags: ReadonlySet<string> = new Set(
	`--help --version --verbose --url --token --debug-options --debug-http --agent-token --agent-token-file --agent-url --no-version-warning
	--no-feature-warning --header --header-command --no-open --force-tty --disable-direct-connections
	--disable-network-telemetry --global-config --use-keyring --client-tls-ca-file --client-tls-cert-file
	--client-tls-key-file -h -v`.split(/\s+/),
);

/** Shorter names, with their dashes, resemble too many others. */
const shortest = 8;

let flags: ReadonlyMap<string, ServerFlag> | undefined;

/**
 * Returns a flag of the server, in any recorded release.
 *
 * @param name with its dashes; also a short form
 */
export function serverFlag(name: string): ServerFlag | undefined {
	return allFlags().get(shorthands[name] ?? name);
}

/** Returns the flags of the server in all recorded releases, by name. */
export function allFlags(): ReadonlyMap<string, ServerFlag> {
	return (flags ??= read());
}

/** Returns flags that a mistyped name may stand for, best first: those that differ by at most two letters. */
export function nearestFlags(name: string): string[] {
	if (name.length < shortest) return [];
	return [...allFlags().values()]
		.filter(({ history: { last } }) => last === undefined)
		.map((flag) => ({ flag: flag.name, away: distance(name, flag.name, 2) }))
		.filter(({ away }) => away <= 2)
		.sort((a, b) => a.away - b.away)
		.map(({ flag }) => flag);
}

/** Whether a flag belongs to the command line itself rather than to the server. */
export function isCommandFlag(name: string): boolean {
	return commandFlags.has(name);
}

function read(): ReadonlyMap<string, ServerFlag> {
	const found = new Map<string, ServerFlag>();
	for (const history of optionHistories().values()) {
		const { tracks, last = newestRelease, since } = history;
		const release = Math.max(since, last);
		const isSwitch = factAt(tracks.type, release).toLowerCase() === "bool";
		const env = factAt(tracks.env, release);
		for (const [, flag] of tracks.flag) {
			const name = `--${flag}`;
			if (flag === "" || (found.has(name) && history.last !== undefined)) continue;
			found.set(name, { name, ...(env !== "" && { env }), history, isSwitch });
		}
	}
	return found;
}
