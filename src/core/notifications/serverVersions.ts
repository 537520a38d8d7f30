import type { Deployment } from "../deployments/deployment.ts";
import type { Memory } from "../base/memory.ts";
import { shortHash } from "../base/shortHash.ts";
import { comparePrecedence } from "../coder/updateState.ts";

/** A change of a server's version. */
export interface Upgrade {
	readonly from: string;
	readonly to: string;
	/** `rebuilt`: another build of the same version. */
	readonly kind: "upgraded" | "downgraded" | "rebuilt";
}

/** The stored data about a deployment: its current version, its earlier ones, and the previous one. */
interface Remembered {
	readonly version: string;
	readonly left: readonly string[];
	/** Missing if no other version was seen, and in data stored by 0.1. */
	readonly from?: string;
}

const memoryKey = "serverVersions";
const keptVersions = 5;

/**
 * During a rolling upgrade, servers of both versions respond. An earlier version is considered back only after this
 * many consecutive responses.
 */
const answersToGoBack = 30;

/** Stores the versions of deployments' servers across windows and sessions, by hashes of the deployments' keys. */
export class ServerVersions {
	readonly #memory: Memory;

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	/** Returns the change to the server's current version; undefined if no other version was ever seen. */
	lastUpgrade({ saved, server }: Deployment): Upgrade | undefined {
		const known = this.#remembered(saved.key);
		const to = server.versions[0]?.version;
		if (to === undefined || to === known?.version || isUnsure(to, server.inARow, known))
			return upgradeOf(known);
		const before = [
			...(known ? [known.version] : []),
			...(known?.left ?? []).filter((version) => version !== to),
		];
		const next: Remembered = {
			version: to,
			left: before.slice(0, keptVersions),
			...(known && { from: known.version }),
		};
		void this.#memory.update(memoryKey, { ...this.#all(), [shortHash(saved.key)]: next });
		return upgradeOf(next);
	}

	#all(): Readonly<Record<string, unknown>> {
		const stored = this.#memory.get(memoryKey);
		return isRecord(stored) ? stored : {};
	}

	/** Reads the stored data, which may be damaged. */
	#remembered(key: string): Remembered | undefined {
		const stored = this.#all()[shortHash(key)];
		if (!isRecord(stored) || typeof stored.version !== "string") return undefined;
		const left = Array.isArray(stored.left) ? (stored.left as readonly unknown[]) : [];
		return {
			version: stored.version,
			left: left.filter((version): version is string => typeof version === "string"),
			...(typeof stored.from === "string" && { from: stored.from }),
		};
	}
}

function isUnsure(to: string, answers: number, known: Remembered | undefined): boolean {
	return known !== undefined && known.left.includes(to) && answers < answersToGoBack;
}

function upgradeOf(known: Remembered | undefined): Upgrade | undefined {
	if (known?.from === undefined) return undefined;
	const { from, version: to } = known;
	const difference = comparePrecedence(to, from);
	return {
		from,
		to,
		kind: difference === 0 ? "rebuilt" : difference > 0 ? "upgraded" : "downgraded",
	};
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
