import * as vscode from "vscode";
import type { Deployment, ListedDeployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { t } from "../../core/base/l10n.ts";
import type { Logger } from "../../core/base/logger.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { isMissingModule } from "../../core/base/missingModule.ts";
import { offerReload } from "../messages/offerReload.ts";
import { showError, showInformation } from "../messages/messages.ts";
import { setContext } from "./contextKeys.ts";
import { isRow } from "./row.ts";
import { stepOf } from "./walkthroughSteps.ts";

type Run = (...args: unknown[]) => unknown;

/** Registers commands, determines the deployment of each call, and shows errors. */
export class CommandRegistry {
	readonly #deployments: Deployments;
	readonly #inFront: { readonly deployment: Deployment | undefined };
	readonly #log: Logger;
	readonly #runs = new Map<string, Run>();

	/** @param inFront determines the deployment of a command that is called without one */
	constructor(
		deployments: Deployments,
		inFront: { readonly deployment: Deployment | undefined },
		log: Logger,
	) {
		this.#deployments = deployments;
		this.#inFront = inFront;
		this.#log = log;
	}

	/** Registers a command without a deployment. */
	on(id: string, run: Run): void {
		this.#runs.set(id, run);
	}

	/** Registers a command for one deployment: that of the row or key in its arguments, otherwise the one in front. */
	onDeployment(id: string, run: (deployment: Deployment, ...args: unknown[]) => unknown): void {
		this.on(id, (...args) => {
			const deployment = this.find(args[0]) ?? this.#inFront.deployment;
			return deployment ? run(deployment, ...args) : offerSignIn();
		});
	}

	/** Like {@link onDeployment}, but also for signed-out deployments. */
	onListed(id: string, run: (listed: ListedDeployment, ...args: unknown[]) => unknown): void {
		this.on(id, (...args) => {
			const listed = this.findListed(args[0]) ?? this.#inFront.deployment;
			return listed ? run(listed, ...args) : offerSignIn();
		});
	}

	/** Returns the deployment of a key or a row. */
	find(argument: unknown): Deployment | undefined {
		const key = keyOf(argument);
		return key === undefined ? undefined : this.#deployments.find(key);
	}

	/** Like {@link find}, but also returns signed-out deployments. */
	findListed(argument: unknown): ListedDeployment | undefined {
		const key = keyOf(argument);
		return key === undefined ? undefined : this.#deployments.findListed(key);
	}

	/** Runs a command. Errors are sentences for users; VS Code would prepend the command's ID. */
	async run(id: string, args: readonly unknown[]): Promise<void> {
		try {
			// Not afterward: a command may wait for the user to respond to its message.
			const step = stepOf(id, args);
			if (step && this.#deployments.list.length > 0) setContext(`done.${step}`, true);
			await this.#runs.get(id)?.(...args);
		} catch (error) {
			if (isMissingModule(error)) {
				void offerReload();
				return;
			}
			const message = error instanceof Error ? error.message : String(error);
			this.#log.error(message);
			void showError(message);
		}
	}
}

function keyOf(argument: unknown): string | undefined {
	if (typeof argument === "string") return argument;
	return isRow(argument) ? argument.owner : undefined;
}

async function offerSignIn(): Promise<void> {
	const signIn = t("Sign In");
	const answer = await showInformation(t("You aren't signed in to a Coder deployment."), signIn);
	if (answer === signIn) await vscode.commands.executeCommand(commandIds.signIn);
}
