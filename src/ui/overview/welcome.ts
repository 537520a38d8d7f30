import type * as vscode from "vscode";
import { namedPart, type ListedDeployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { nameOfUrl } from "../../core/base/url.ts";
import { welcomeCause, WelcomeChoice, type WelcomeCause } from "../../core/overview/welcome.ts";
import { setContext } from "../app/contextKeys.ts";
import { showWelcome } from "./welcomeText.ts";

/** Decides between the view's welcome texts and its rows. */
export class Welcome {
	readonly #deployments: Deployments;
	readonly #view: vscode.TreeView<unknown>;
	readonly #choice = new WelcomeChoice();

	constructor(deployments: Deployments, view: vscode.TreeView<unknown>) {
		this.#deployments = deployments;
		this.#view = view;
	}

	/** The cause for the current welcome text; undefined while the view shows rows. */
	get cause(): WelcomeCause | undefined {
		const { listed, seenUrls } = this.#deployments;
		return this.#choice.shown(welcomeCause(listed, seenUrls));
	}

	/** The deployments with rows. */
	get deployments(): readonly ListedDeployment[] {
		return this.cause === undefined ? this.#deployments.listed : [];
	}

	/** Informs VS Code about what is shown. */
	tell(): void {
		const { cause } = this;
		const { list, listed, seenUrls } = this.#deployments;
		const [first] = listed;
		const [url] = seenUrls;
		showWelcome(this.#view, cause, first ? namedPart(first).name : url && nameOfUrl(url));
		if (this.#view.visible && cause === undefined && list.length > 0)
			setContext("done.overview", true);
	}

	/** Shows the rows with the known data, despite the problem. */
	decline(): void {
		this.#choice.decline(this.cause);
	}
}
