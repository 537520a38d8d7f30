import * as vscode from "vscode";
import { offerEnvironmentSignIn } from "../../core/signIn/environmentOffer.ts";
import { SignInFlow } from "../../core/signIn/flow.ts";
import { followLink } from "../../core/signIn/link.ts";
import { sessionAttention } from "../../core/signIn/sessionAttention.ts";
import type { Surroundings } from "../../core/signIn/surroundings.ts";
import type { Services } from "../app/services.ts";
import { userSetting } from "../app/userSettings.ts";
import { offerWhenTrusted } from "./environmentSignIn.ts";
import { registerSessionCommands, showSignedIn } from "./sessionCommands.ts";
import { signInQuestions } from "./signIn.ts";

/** Registers signing in by command, by link, and with the environment's session, and signing out. */
export function registerSignIn(services: Services): void {
	const { attention, clients, deployments, front, links, log, memory, subscriptions } = services;
	attention.add(sessionAttention);
	const surroundings: Surroundings = {
		env: process.env,
		isTrusted: () => vscode.workspace.isTrusted,
		defaultUrl: () => userSetting("coder.defaultUrl"),
	};
	const ask = signInQuestions;
	const flow = new SignInFlow({ deployments, clients, ask, surroundings });
	registerSessionCommands(services, flow);
	// The link's destination, and then the account of its token, are shown and confirmed before anything is stored.
	links.add("/open", async (uri) => {
		await showSignedIn(front, await followLink(new URLSearchParams(uri.query), flow, ask));
	});
	subscriptions.add(
		offerWhenTrusted(async () => {
			const offer = { deployments, flow, ask, surroundings, memory, log };
			await showSignedIn(front, await offerEnvironmentSignIn(offer));
		}),
	);
}
