import type { Auditor } from "../../core/findings/auditor.ts";
import type { Findings } from "../../core/findings/finding.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { DisposableStore, Emitter, type Disposable } from "../../core/base/event.ts";
import type { findingsSection } from "../../core/overview/findings.ts";
import type { OutlineNode } from "../../core/overview/node.ts";
import type { SectionSource } from "../overview/overview.ts";
import { onDidChangeSetting, settings } from "../app/settings.ts";

interface Parts {
	readonly auditor: Auditor;
	readonly findingsSection: typeof findingsSection;
}

/** What the audits of the deployments find. Their code is loaded when the tree is drawn for the first time. */
export class Audits implements Disposable, SectionSource {
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new Emitter<void>());
	#loading: Promise<Parts> | undefined;
	#parts: Parts | undefined;

	constructor() {
		this.#store.add(
			onDidChangeSetting("mutedFindings", () => {
				this.#changed.fire();
			}),
		);
	}

	/** Fires when other findings are muted, and when the code was loaded. */
	get onDidChange() {
		return this.#changed.event;
	}

	/** The findings as of now; loads the code if need be. */
	async of(deployment: Deployment): Promise<Findings> {
		return findingsIn(await this.#load(), deployment);
	}

	/** Loads the code, so that {@link now} answers. */
	async ready(): Promise<void> {
		await this.#load();
	}

	/** The findings as of now; none until the code was loaded. */
	now(deployment: Deployment): Findings {
		return this.#parts ? findingsIn(this.#parts, deployment) : { shown: [], muted: [] };
	}

	/** The tree's section; nothing until the code was loaded, which this starts. */
	readonly section = (deployment: Deployment): OutlineNode | undefined => {
		if (!this.#parts) {
			void this.#load();
			return undefined;
		}
		const { key } = deployment.known;
		const findings = findingsIn(this.#parts, deployment);
		return this.#parts.findingsSection(key, deployment.snapshot, findings);
	};

	dispose(): void {
		this.#store.dispose();
	}

	#load(): Promise<Parts> {
		return (this.#loading ??= load().then((parts) => {
			this.#parts = parts;
			this.#changed.fire();
			return parts;
		}));
	}
}

async function load(): Promise<Parts> {
	const { Auditor, findingsSection } = await import("../app/work.ts");
	return { auditor: new Auditor(), findingsSection };
}

function findingsIn({ auditor }: Parts, deployment: Deployment): Findings {
	return auditor.findings(deployment, settings.mutedFindings());
}
