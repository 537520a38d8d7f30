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

/** What is remembered of a deployment: the version that was told last, and those that it had before. */
interface Told {
	readonly version: string;
	readonly left: readonly string[];
}

const memoryKey = "serverVersions";
const keptVersions = 5;

/**
 * While an upgrade rolls out, servers of both versions answer. A version that the deployment had before is back only
 * when this many answers in a row say so.
 */
const answersToGoBack = 30;

/**
 * Finds out that a deployment's server has another version, once over all windows and sessions of the editor.
 * Deployments are named by hashes of their keys.
 */
export class UpgradeNotifications {
	readonly #memory: Memory;

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	/** The upgrade that is to be told now; from then on it counts as told. */
	next({ saved, server }: Deployment): Upgrade | undefined {
		const to = server.versions[0]?.version;
		const told = this.#told(saved.key);
		if (to === undefined || to === told?.version) return undefined;
		const left = told?.left ?? [];
		if (left.includes(to) && server.inARow < answersToGoBack) return undefined;
		const before = [...(told ? [told.version] : []), ...left.filter((version) => version !== to)];
		this.#tell(saved.key, { version: to, left: before.slice(0, keptVersions) });
		return told && { from: told.version, to, kind: kindOf(told.version, to) };
	}

	#tell(key: string, told: Told): void {
		void this.#memory.update(memoryKey, { ...this.#all(), [shortHash(key)]: told });
	}

	#all(): Readonly<Record<string, unknown>> {
		const stored = this.#memory.get(memoryKey);
		return isRecord(stored) ? stored : {};
	}

	/** What was remembered, however it was damaged. */
	#told(key: string): Told | undefined {
		const stored = this.#all()[shortHash(key)];
		if (!isRecord(stored) || typeof stored.version !== "string") return undefined;
		const left = Array.isArray(stored.left) ? (stored.left as readonly unknown[]) : [];
		return {
			version: stored.version,
			left: left.filter((version): version is string => typeof version === "string"),
		};
	}
}

function kindOf(from: string, to: string): Upgrade["kind"] {
	const difference = comparePrecedence(to, from);
	if (difference === 0) return "rebuilt";
	return difference > 0 ? "upgraded" : "downgraded";
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
