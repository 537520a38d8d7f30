import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { t } from "../../core/base/l10n.ts";
import {
	accountText,
	expiryText,
	keyOf,
	toKnown,
	type Place,
	type Session,
} from "../../core/signIn/candidate.ts";
import { askCliForToken } from "../../core/signIn/cliToken.ts";
import {
	checkToken,
	findDeployment,
	tokenProblem,
	type TokenCheck,
} from "../../core/signIn/probe.ts";
import { findWays, urlToBeginWith, type SignInWay } from "../../core/signIn/ways.ts";
import { isPlainHttp } from "../../core/base/url.ts";
import type { Clients } from "../app/clients.ts";
import { runRemedy, type Problem } from "../messages/inputStep.ts";
import { showError, showInformation } from "../messages/messages.ts";
import { withCancellableProgress } from "../messages/progress.ts";
import { userSetting } from "../app/userSettings.ts";
import { askToken, askUrl, askWay, confirmPlainHttp, confirmSession } from "./signInQuestions.ts";

/** Signs in: finds the deployment, checks the token, shows whose it is, and only then keeps both. */
export class SignIn {
	readonly #deployments: Deployments;
	readonly #clients: Clients;

	constructor(deployments: Deployments, clients: Clients) {
		this.#deployments = deployments;
		this.#clients = clients;
	}

	/** Asks how to sign in, where there is more than one way. @returns nothing when the user gave up */
	async run(): Promise<Deployment | undefined> {
		const ways = await findWays(process.env, this.#deployments.seenUrls);
		const way = ways.length === 1 ? ways[0] : await askWay(ways);
		return way && this.#by(way);
	}

	/** Asks for a new token for the deployment at an address that was signed in to before. */
	async again(url: string): Promise<Deployment | undefined> {
		return this.#withKnownUrl(url);
	}

	/** Starts from an address, such as a link's; it is shown and can be changed. */
	async at(url: string): Promise<Deployment | undefined> {
		return this.#withTypedUrl(url);
	}

	/** Signs in with a URL and a token from elsewhere. Nothing is kept before the user has confirmed whose it is. */
	async with(url: string, token: string): Promise<Deployment | undefined> {
		const place = await this.#reach(url);
		if (!place) return undefined;
		const session = await this.#check(place, token);
		if (!session) return undefined;
		if ((await confirmSession(place, session, this.#before(place))) !== "accept") return undefined;
		return this.keep(place, session);
	}

	/** Keeps a session that was checked. */
	async keep(place: Place, session: Session): Promise<Deployment> {
		const known = toKnown(place, session, this.#before(place));
		const deployment = await this.#deployments.signIn(known, session.token);
		void showInformation(
			`${t("Signed in to {0} as {1}.", known.name, accountText(session))} ${expiryText(session)}`,
		);
		return deployment;
	}

	/** Finds the deployment and checks the token without a question; says nothing when it does not work. */
	async tryQuietly(
		url: string,
		token: string,
	): Promise<{ place: Place; session: Session } | undefined> {
		const clients = await this.#clients.load();
		const place = await findDeployment(url, (at) => clients.anonymous(at));
		if (!place.ok || isPlainHttp(place.url)) return undefined;
		const check = await checkToken(clients.as(place.url, token), place.url);
		return check.ok ? { place, session: { token, user: check.user, key: check.key } } : undefined;
	}

	#by(way: SignInWay): Promise<Deployment | undefined> {
		switch (way.kind) {
			case "token":
				return this.#withTypedUrl(urlToBeginWith(process.env, userSetting("coder.defaultUrl")));
			case "seen":
				return this.#withKnownUrl(way.url);
			case "cliFiles":
			case "environment":
				return this.with(way.url, way.token);
			case "cliKeyring":
				return this.#withKeyring(way.url, way.cli);
		}
	}

	async #withTypedUrl(begin: string): Promise<Deployment | undefined> {
		let typed = begin;
		for (;;) {
			const place = await askUrl(typed, await this.#clients.load());
			if (!place) return undefined;
			typed = place.url;
			const deployment = await this.#withToken(place, true);
			if (deployment !== "back") return deployment;
		}
	}

	async #withKnownUrl(url: string): Promise<Deployment | undefined> {
		const place = await this.#reach(url);
		if (!place) return undefined;
		const deployment = await this.#withToken(place, false);
		return deployment === "back" ? undefined : deployment;
	}

	async #withKeyring(url: string, cli: string): Promise<Deployment | undefined> {
		const reading = await withCancellableProgress(
			t("Asking the Coder CLI for its session…"),
			(signal) => askCliForToken(cli, process.env, signal),
		);
		if (reading.ok) return this.with(url, reading.token);
		void showError(reading.message);
		return undefined;
	}

	async #withToken(place: Place, back: boolean): Promise<Deployment | "back" | undefined> {
		if (isPlainHttp(place.url) && !(await confirmPlainHttp(place.url))) return undefined;
		for (;;) {
			const session = await askToken(place, back, await this.#clients.load());
			if (session === undefined || session === "back") return session;
			const answer = await confirmSession(place, session, this.#before(place));
			if (answer === "accept") return this.keep(place, session);
			if (answer === undefined) return undefined;
		}
	}

	/** Finds the deployment at an address that nobody is typing; what is wrong is told in a message. */
	async #reach(url: string): Promise<Place | undefined> {
		const clients = await this.#clients.load();
		const found = await withCancellableProgress(t("Looking for Coder at {0}…", url), (signal) =>
			findDeployment(url, (at) => clients.anonymous(at), signal),
		);
		if (found.ok) return found;
		void showProblem(found);
		return undefined;
	}

	async #check(place: Place, token: string): Promise<Session | undefined> {
		if (isPlainHttp(place.url) && !(await confirmPlainHttp(place.url))) return undefined;
		const clients = await this.#clients.load();
		const problem = tokenProblem(token);
		const check: TokenCheck = problem
			? { ok: false, message: problem }
			: await withCancellableProgress(t("Checking the session token…"), (signal) =>
					checkToken(clients.as(place.url, token), place.url, signal),
				);
		if (check.ok) return { token, user: check.user, key: check.key };
		void showProblem(check);
		return undefined;
	}

	#before(place: Place) {
		return this.#deployments.find(keyOf(place))?.known;
	}
}

/** Says what is wrong, with a button for what helps. */
async function showProblem({ message, remedy }: Problem): Promise<void> {
	const buttons = remedy ? [remedy.title] : [];
	const answer = await showError(message, ...buttons);
	if (remedy && answer === remedy.title) await runRemedy(remedy);
}
