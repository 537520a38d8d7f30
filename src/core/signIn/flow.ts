import type { CoderClient } from "../http/client.ts";
import { readTokenText } from "../coder/tokenText.ts";
import {
	namedPart,
	type Deployment,
	type SavedDeployment,
	type SignedOutDeployment,
} from "../deployments/deployment.ts";
import type { Deployments } from "../deployments/deployments.ts";
import type { Clients } from "../deployments/makeClients.ts";
import { t } from "../base/l10n.ts";
import { isPlainHttp, nameOfUrl } from "../base/url.ts";
import {
	keyOf,
	keyOfCopy,
	rememberedOf,
	toSaved,
	type DeploymentAddress,
	type Session,
} from "./candidate.ts";
import { askCliForToken } from "./cliToken.ts";
import { checkToken, findDeployment, type Refusal } from "./probe.ts";
import type { Checked, NamedPlace, Problem, SignInQuestions, Step } from "./questions.ts";
import { visibleEnvironment, type Surroundings } from "./surroundings.ts";
import { findWays, urlToBeginWith, type SignInWay } from "./ways.ts";

/** The dependencies of signing in. */
export interface SignInParts {
	readonly deployments: Deployments;
	readonly clients: Clients;
	readonly ask: SignInQuestions;
	readonly surroundings: Surroundings;
}

/** The result of an attempt: signed in, dismissed by the user, or failed with a message. */
type End = Deployment | "dismissed" | "failed";

/**
 * Signs in: finds the deployment, checks the token, shows its account, and only then stores both. Until then, a URL
 * receives only the request for `/buildinfo` and the token that was entered for it. Headers from the settings are only
 * sent if the settings name the URL or the user agrees.
 */
export class SignInFlow {
	readonly #parts: SignInParts;
	/** URLs to which the user agreed to send headers, in this window. */
	readonly #agreed = new Set<string>();

	constructor(parts: SignInParts) {
		this.#parts = parts;
	}

	/** Asks how to sign in if there are several ways. @returns `undefined` if the user dismissed it */
	async run(): Promise<Deployment | undefined> {
		const { deployments, surroundings, ask } = this.#parts;
		const ways = await findWays(
			visibleEnvironment(surroundings),
			deployments.seenUrls.map((url) => ({ url, name: this.#nameOf(url) })),
		);
		const way = ways.length === 1 ? ways[0] : await ask.way(ways);
		return way && signedIn(await this.#by(way));
	}

	/** Asks for a new token for a deployment that was signed in to before. */
	async again(url: string): Promise<Deployment | undefined> {
		return signedIn(await this.#withKnownUrl(url));
	}

	/** Starts with an address, such as a link's, which the user can change. */
	async at(url: string): Promise<Deployment | undefined> {
		return signedIn(await this.#withTypedUrl(url));
	}

	/** Signs in with a given URL and token. Nothing is stored before the user has confirmed the account. */
	async with(url: string, token: string): Promise<End> {
		const place = await this.#reach(url);
		if (!place) return "failed";
		const session = await this.#check(place, token);
		if (typeof session === "string") return session;
		const answer = await this.#confirm(place, session);
		return answer === "accept" ? this.#keep(place, session) : "dismissed";
	}

	async #by(way: SignInWay): Promise<End> {
		const { surroundings } = this.#parts;
		switch (way.kind) {
			case "token": {
				const env = visibleEnvironment(surroundings);
				return this.#withTypedUrl(urlToBeginWith(env, surroundings.defaultUrl()));
			}
			case "seen":
				return this.#withKnownUrl(way.url);
			case "cliFiles":
			case "environment":
				return this.with(way.url, way.token);
			case "cliKeyring":
				return this.#withKeyring(way.url, way.cli);
		}
	}

	async #withTypedUrl(begin: string): Promise<End> {
		let typed = begin;
		for (;;) {
			const place = await this.#parts.ask.url(typed, (text, signal) => this.#find(text, signal));
			if (!place) return "dismissed";
			typed = place.url;
			const end = await this.#withToken(place, true);
			if (end !== "back") return end;
		}
	}

	async #withKnownUrl(url: string): Promise<End> {
		const place = await this.#reach(url);
		if (!place) return "failed";
		const end = await this.#withToken(place, false);
		return end === "back" ? "dismissed" : end;
	}

	async #withKeyring(url: string, cli: string): Promise<End> {
		const { ask, surroundings } = this.#parts;
		const reading = await ask.busy(t("Requesting the Coder CLI's session…"), (signal) =>
			askCliForToken({ cli, url, env: surroundings.env }, signal),
		);
		if (reading.ok) return this.with(url, reading.token);
		ask.problem(reading);
		return "failed";
	}

	async #withToken(address: DeploymentAddress, back: boolean): Promise<End | "back"> {
		if (!(await this.#mayCross(address))) return "dismissed";
		for (;;) {
			// The URL comes before it, and the account after it.
			const steps = back ? 3 : 2;
			const session = await this.#parts.ask.token(
				this.#named(address),
				{ step: steps - 1, totalSteps: steps },
				async (text, signal) => asPasted(await this.#readSession(address, text, signal)),
			);
			if (session === "back") return session;
			if (session === undefined) return "dismissed";
			const step = { step: steps, totalSteps: steps };
			const answer = await this.#confirm(address, session, step);
			if (answer === "accept") return this.#keep(address, session);
			if (answer === undefined) return "dismissed";
		}
	}

	/** Finds the deployment at an address that isn't being entered, and shows failures in a message. */
	async #reach(url: string): Promise<DeploymentAddress | undefined> {
		return this.#insist(t("Looking for Coder at {0}…", url), (signal) => this.#find(url, signal));
	}

	async #check(
		address: DeploymentAddress,
		text: string,
	): Promise<Session | "dismissed" | "failed"> {
		if (!(await this.#mayCross(address))) return "dismissed";
		const session = await this.#insist(t("Checking the session token…"), (signal) =>
			this.#readSession(address, text, signal),
		);
		return session ?? "failed";
	}

	/** Runs a check that can be canceled, and repeats it if withheld headers may help. */
	async #insist<T>(
		title: string,
		check: (signal: AbortSignal) => Promise<Checked<T>>,
	): Promise<T | undefined> {
		const { ask } = this.#parts;
		for (;;) {
			const checked = await ask.busy(title, check);
			if (checked.ok) return checked.value;
			if (!checked.agree) {
				ask.problem(checked);
				return undefined;
			}
			if (!(await checked.agree())) return undefined;
		}
	}

	async #find(typed: string, signal: AbortSignal): Promise<Checked<DeploymentAddress>> {
		const { clients } = this.#parts;
		const clientAt = (url: string): CoderClient => clients.anonymous(url, this.#agreed.has(url));
		const found = await findDeployment(typed, clientAt, signal);
		return found.ok ? { ok: true, value: found } : this.#withConsent(found);
	}

	async #readSession(
		address: DeploymentAddress,
		text: string,
		signal: AbortSignal,
	): Promise<Checked<Session>> {
		const reading = readTokenText(text);
		if (!reading.ok) return reading;
		const { token } = reading;
		const { clients } = this.#parts;
		const client = clients.as(address.url, token, this.#agreed.has(address.url));
		const check = await checkToken(client, { url: address.url, token }, signal);
		return check.ok
			? { ok: true, value: { token, user: check.user, key: check.key } }
			: this.#withConsent(check);
	}

	/** Lets the user agree to what would help. */
	#withConsent(problem: Refusal): { readonly ok: false } & Problem {
		const { withheld, ...rest } = problem;
		if (!withheld) return rest;
		const agree = async (): Promise<boolean> => {
			const agreed = await this.#parts.ask.headers(withheld, rest.message);
			if (agreed) this.#agreed.add(withheld.url);
			return agreed;
		};
		return { ...rest, agree };
	}

	async #mayCross({ url }: DeploymentAddress): Promise<boolean> {
		return !isPlainHttp(url) || this.#parts.ask.plainHttp(url);
	}

	async #confirm(
		address: DeploymentAddress,
		session: Session,
		step?: Step,
	): Promise<"accept" | "another" | undefined> {
		const { ask, clients } = this.#parts;
		return ask.session(this.#named(address), session, {
			...(step && { step }),
			before: this.#before(address),
			headersOf: this.#isConfirmed(address.url)
				? []
				: clients.network.withheld(address.url, "unconfirmed"),
		});
	}

	async #keep(address: DeploymentAddress, session: Session): Promise<End> {
		const { deployments, ask } = this.#parts;
		const before = this.#before(address);
		const isCopy =
			before !== undefined && before.url !== address.url && (await ask.copy(before, address));
		if (isCopy === undefined) return "dismissed";
		const key = isCopy ? keyOfCopy(address) : this.#keyFor(address, before);
		const saved = toSaved(address, session, isCopy ? undefined : before, key);
		const active = deployments.active?.saved.key;
		const deployment = await deployments.signIn(saved, session.token);
		const replaced = active === undefined || deployments.find(active) === undefined;
		ask.signedIn(saved, session, !replaced && active !== saved.key);
		return deployment;
	}

	#isConfirmed(url: string): boolean {
		return this.#agreed.has(url) || this.#parts.deployments.isConfirmed(url);
	}

	#nameOf(url: string): string {
		const known = this.#parts.deployments.listed.map(namedPart).find((one) => one.url === url);
		return known?.name ?? nameOfUrl(url);
	}

	#named(address: DeploymentAddress): NamedPlace {
		return { ...address, name: this.#before(address)?.name ?? nameOfUrl(address.url) };
	}

	#before(address: DeploymentAddress): SavedDeployment | SignedOutDeployment | undefined {
		return rememberedOf(address, this.#parts.deployments.listed.map(namedPart));
	}

	/** Returns the key of a deployment. A copy stored for this URL remains one; otherwise the server's ID is used. */
	#keyFor(address: DeploymentAddress, before: { readonly key: string } | undefined): string {
		return before?.key === keyOfCopy(address) ? before.key : keyOf(address);
	}
}

function signedIn(end: End): Deployment | undefined {
	return typeof end === "string" ? undefined : end;
}

function asPasted<T>(checked: Checked<T>): Checked<T> {
	return checked.ok ? checked : { ...checked, message: checked.pasted ?? checked.message };
}
