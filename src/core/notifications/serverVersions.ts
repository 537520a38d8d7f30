import type { Deployment } from "../deployments/deployment.ts";
import type { Memory } from "../base/memory.ts";
import { shortHash } from "../base/shortHash.ts";
import { comparePrecedence } from "../coder/updateState.ts";

/** Another version of a server than before. */
export interface Upgrade {
	readonly from: string;
	readonly to: string;
	/** `rebuilt`: the same version numbers, another build. */
	readonly kind: "upgraded" | "downgraded" | "rebuilt";
}

/** What is remembered of a deployment: its version, those that it had before, and which of them was the last. */
interface Remembered {
	readonly version: string;
	readonly left: readonly string[];
	/** Missing where no other version was seen, and in what 0.1 stored. */
	readonly from?: string;
}

const memoryKey = "serverVersions";
const keptVersions = 5;

/**
 * While an upgrade rolls out, servers of both versions answer. A version that the deployment had before is back only
 * when this many answers in a row say so.
 */
const answersToGoBack = 30;

/** Remembers the versions of deployments' servers over all windows and sessions, by hashes of the deployments' keys. */
export class ServerVersions {
	readonly #memory: Memory;

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	/** The change that led to the version that the server has now; nothing while no other version was ever seen. */
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

	/** What was remembered, however it was damaged. */
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
