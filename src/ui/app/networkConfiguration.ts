import * as vscode from "vscode";
import { Emitter, type Disposable } from "../../core/base/event.ts";
import { insecureBecause } from "../../core/http/tls/insecure.ts";
import {
	readNetworkSettings,
	type NetworkSettings,
} from "../../core/http/settings/networkSettings.ts";
import { httpSetting, userSetting } from "./userSettings.ts";

/** The current network settings: ours, those of Coder's official extension, and VS Code's `http.*`. */
export class NetworkConfiguration implements Disposable {
	readonly #changed = new Emitter<void>();
	readonly #subscription: Disposable;
	readonly #local: boolean;
	#settings: NetworkSettings | undefined;

	/** @param extension determines whether this runs on the same machine as the user interface */
	constructor(extension: vscode.Extension<unknown>) {
		this.#local = extension.extensionKind === vscode.ExtensionKind.UI;
		this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
			const sections = ["coderDeployment", "coder", "http"];
			if (sections.some((section) => event.affectsConfiguration(section))) this.#reread();
		});
	}

	/** Fires when a network setting changes. */
	get onDidChange() {
		return this.#changed.event;
	}

	/** The same object until a setting changes. */
	get settings(): NetworkSettings {
		this.#settings ??= this.#read();
		return this.#settings;
	}

	/**
	 * Returns the setting that turns off certificate verification for the deployment at a URL; surfaces keep showing
	 * it.
	 */
	insecureBecause(url: string): string | undefined {
		return insecureBecause(this.settings, url);
	}

	dispose(): void {
		this.#subscription.dispose();
		this.#changed.dispose();
	}

	#reread(): void {
		const before = JSON.stringify(this.#settings);
		const settings = this.#read();
		if (JSON.stringify(settings) === before) return;
		this.#settings = settings;
		this.#changed.fire();
	}

	#read(): NetworkSettings {
		return readNetworkSettings((name) =>
			name.startsWith("http.") ? httpSetting(name, this.#local) : userSetting(name),
		);
	}
}
