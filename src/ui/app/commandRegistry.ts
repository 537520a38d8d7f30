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

/** What the commands do; knows which deployment a command is about, and shows what goes wrong. */
export class CommandRegistry {
	readonly #deployments: Deployments;
	readonly #inFront: { readonly deployment: Deployment | undefined };
	readonly #log: Logger;
	readonly #runs = new Map<string, Run>();

	/** @param inFront what a command is about that is given no deployment */
	constructor(
		deployments: Deployments,
		inFront: { readonly deployment: Deployment | undefined },
		log: Logger,
	) {
		this.#deployments = deployments;
		this.#inFront = inFront;
		this.#log = log;
	}

	/** A command about nothing in particular. */
	on(id: string, run: Run): void {
		this.#runs.set(id, run);
	}

	/** A command about one deployment: that of the row, or the key, it is given; else the one in front. */
	onDeployment(id: string, run: (deployment: Deployment, ...args: unknown[]) => unknown): void {
		this.on(id, (...args) => {
			const deployment = this.find(args[0]) ?? this.#inFront.deployment;
			return deployment ? run(deployment, ...args) : offerSignIn();
		});
	}

	/** As {@link onDeployment}, also about one that was signed out of. */
	onListed(id: string, run: (listed: ListedDeployment, ...args: unknown[]) => unknown): void {
		this.on(id, (...args) => {
			const listed = this.findListed(args[0]) ?? this.#inFront.deployment;
			return listed ? run(listed, ...args) : offerSignIn();
		});
	}

	/** The deployment that a key, or a row, belongs to. */
	find(argument: unknown): Deployment | undefined {
		const key = keyOf(argument);
		return key === undefined ? undefined : this.#deployments.find(key);
	}

	/** As {@link find}, also one that was signed out of. */
	findListed(argument: unknown): ListedDeployment | undefined {
		const key = keyOf(argument);
		return key === undefined ? undefined : this.#deployments.findListed(key);
	}

	/** Runs a command. Errors are sentences for people; VS Code would put the command's id before them. */
	async run(id: string, args: readonly unknown[]): Promise<void> {
		try {
			// Not afterwards: a command may wait for somebody to answer its message.
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
