import * as vscode from "vscode";
import type { CoderClient } from "../core/client.ts";
import type { Deployment, KnownDeployment } from "../core/deployment.ts";
import type { Deployments } from "../core/deployments.ts";
import { formatMoment } from "../core/format.ts";
import { t } from "../core/l10n.ts";
import type { ApiKey, BuildInfo, User } from "../core/model.ts";
import { checkToken, findDeployment, tokenProblem } from "../core/probe.ts";
import { isPlainHttp, nameOfUrl } from "../core/url.ts";
import type { Clients } from "./clients.ts";
import { askInput } from "./inputStep.ts";

/** A deployment that answered at an address. */
interface Place {
	readonly url: string;
	readonly buildInfo: BuildInfo;
}

/** A token and whose it is. */
interface Session {
	readonly token: string;
	readonly user: User;
	readonly key: ApiKey | undefined;
}

/** Asks for URL and token, checks both, and only then keeps them. Closing an input changes nothing. */
export class SignIn {
	readonly #deployments: Deployments;
	readonly #clients: Clients;

	constructor(deployments: Deployments, clients: Clients) {
		this.#deployments = deployments;
		this.#clients = clients;
	}

	/** @returns the deployment that was signed in to; nothing when the user gave up */
	async run(url?: string): Promise<Deployment | undefined> {
		let typed = url ?? this.#deployments.seenUrls[0] ?? "";
		for (;;) {
			const place = await this.#askUrl(typed);
			if (!place) return undefined;
			typed = place.url;
			if (isPlainHttp(place.url) && !(await confirmPlainHttp(place.url))) return undefined;
			const session = await this.#askToken(place);
			if (session === "back") continue;
			return session && this.#keep(place, session);
		}
	}

	async #askUrl(value: string): Promise<Place | undefined> {
		const clients = await this.#clients.load();
		const result = await askInput<Place>({
			title: t("Sign In to a Coder Deployment"),
			step: 1,
			totalSteps: 2,
			prompt: t("Enter the URL of your Coder deployment."),
			placeholder: "https://coder.example.com",
			value,
			check: async (text, signal) => {
				const found = await findDeployment(text, (url) => clients.anonymous(url), signal);
				return found.ok ? { ok: true, value: found } : found;
			},
		});
		return result?.kind === "value" ? result.value : undefined;
	}

	async #askToken(place: Place): Promise<Session | "back" | undefined> {
		const clients = await this.#clients.load();
		const page = `${place.url}/cli-auth`;
		const result = await askInput<Session>({
			title: t("Sign In to {0}", nameOfUrl(place.url)),
			step: 2,
			totalSteps: 2,
			prompt: t("Paste a session token. The button above opens {0}, where you get one.", page),
			placeholder: t("Session token"),
			password: true,
			back: true,
			buttons: [
				{
					icon: "link-external",
					tooltip: t("Open {0} to get a token", page),
					run: () => vscode.env.openExternal(vscode.Uri.parse(page)),
				},
			],
			check: (text, signal) =>
				checkSession(text.trim(), (token) => clients.as(place.url, token), signal),
		});
		if (result?.kind === "back") return "back";
		return result?.value;
	}

	async #keep(place: Place, { token, user, key }: Session): Promise<Deployment> {
		const known: KnownDeployment = {
			key: place.buildInfo.deploymentId || place.url,
			url: place.url,
			name: nameOfUrl(place.url),
			account: {
				id: user.id,
				username: user.username,
				...(user.email === undefined ? {} : { email: user.email }),
			},
		};
		const deployment = await this.#deployments.signIn(known, token);
		const roles = user.roles.map(({ displayName }) => displayName).join(", ") || t("Member");
		const until =
			key?.expiresAt === undefined
				? ""
				: ` ${t("The token expires on {0}.", formatMoment(key.expiresAt))}`;
		void vscode.window.showInformationMessage(
			t("Signed in to {0} as {1} ({2}).", known.name, user.username, roles) + until,
		);
		return deployment;
	}
}

async function checkSession(
	token: string,
	clientAs: (token: string) => CoderClient,
	signal: AbortSignal,
): Promise<{ ok: true; value: Session } | { ok: false; message: string }> {
	const problem = tokenProblem(token);
	if (problem) return { ok: false, message: problem };
	const check = await checkToken(clientAs(token), signal);
	return check.ok ? { ok: true, value: { token, user: check.user, key: check.key } } : check;
}

async function confirmPlainHttp(url: string): Promise<boolean> {
	const go = t("Continue without Encryption");
	const answer = await vscode.window.showWarningMessage(
		t("{0} is not encrypted.", url),
		{
			modal: true,
			detail: t(
				"Your session token would cross the network readable for everybody on the way. Use https if you can.",
			),
		},
		go,
	);
	return answer === go;
}
