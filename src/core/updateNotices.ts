import type { Deployment } from "./deployment.ts";
import type { Memory } from "./memory.ts";
import { readUpdate } from "./updateState.ts";

const memoryKey = "updateNotices";

/** Which update notices were given, by deployment: the last version announced, or `*` when none is wanted. */
type Given = Readonly<Record<string, string>>;

/** Remembers which updates were announced, so that each is announced once a version and deployment. */
export class UpdateNotices {
	readonly #memory: Memory;

	constructor(memory: Memory) {
		this.#memory = memory;
	}

	/** The update of a deployment that still has to be announced. */
	pending({
		known,
		snapshot,
	}: Deployment): { readonly version: string; readonly url: string } | undefined {
		const update = readUpdate(snapshot.updateCheck.value, snapshot.buildInfo.value);
		if (update.kind !== "available") return undefined;
		const given = this.#given()[known.key];
		if (given === "*" || given === update.latest) return undefined;
		return { version: update.latest, url: update.url };
	}

	/** Remembers that a version was announced. */
	async announced(key: string, version: string): Promise<void> {
		await this.#memory.update(memoryKey, { ...this.#given(), [key]: version });
	}

	/** No update of this deployment is announced any more. */
	async mute(key: string): Promise<void> {
		await this.announced(key, "*");
	}

	#given(): Given {
		const stored = this.#memory.get(memoryKey);
		return typeof stored === "object" && stored !== null ? (stored as Given) : {};
	}
}
