import type { KnownDeployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import { accountText, expiryText, type Place, type Session } from "../../core/signIn/candidate.ts";
import { checkToken, findDeployment, tokenProblem } from "../../core/signIn/probe.ts";
import type { SignInWay } from "../../core/signIn/ways.ts";
import { nameOfUrl } from "../../core/base/url.ts";
import type { LoadedClients } from "../app/clients.ts";
import { askInput } from "../messages/inputStep.ts";
import { askModal } from "../messages/messages.ts";
import type { PickItem } from "../messages/pickItem.ts";
import { askQuickPick } from "../messages/quickPick.ts";
import { openWeb } from "../app/openWeb.ts";

/** Asks which of the ways to take. */
export async function askWay(ways: readonly SignInWay[]): Promise<SignInWay | undefined> {
	const items = ways.map((way) => ({ ...wayItem(way), way }));
	const firstSeen = items.findIndex(({ way }) => way.kind === "seen");
	const separator = { separator: t("Seen before") };
	const picked = await askQuickPick<PickItem & { readonly way: SignInWay }>(
		firstSeen === -1 ? items : [...items.slice(0, firstSeen), separator, ...items.slice(firstSeen)],
		{ title: t("Sign In to a Coder Deployment"), placeholder: t("How do you want to sign in?") },
	);
	return picked?.way;
}

function wayItem(way: SignInWay): PickItem {
	switch (way.kind) {
		case "token":
			return { icon: "key", label: t("With a session token") };
		case "cliFiles":
			return {
				icon: "terminal",
				label: t("With the Coder CLI's session"),
				description: way.url,
			};
		case "cliKeyring":
			return {
				icon: "terminal",
				label: t("With the Coder CLI's session"),
				description: t("{0}, from the keyring", way.url),
			};
		case "environment":
			return {
				icon: "symbol-variable",
				label: t("With CODER_URL and CODER_SESSION_TOKEN"),
				description: way.url,
			};
		case "seen":
			return { icon: "history", label: nameOfUrl(way.url), description: way.url };
	}
}

/** Asks for the address and finds the deployment there. */
export async function askUrl(value: string, clients: LoadedClients): Promise<Place | undefined> {
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

/** Asks for a session token and checks it at the deployment. */
export async function askToken(
	place: Place,
	back: boolean,
	clients: LoadedClients,
): Promise<Session | "back" | undefined> {
	const page = `${place.url}/cli-auth`;
	const result = await askInput<Session>({
		title: t("Sign In to {0}", nameOfUrl(place.url)),
		step: 2,
		totalSteps: 2,
		prompt: t("Paste a session token. The button above opens {0}, where you get one.", page),
		placeholder: t("Session token"),
		password: true,
		back,
		buttons: [
			{
				icon: "link-external",
				tooltip: t("Open {0} to get a token", page),
				run: () => openWeb(page),
			},
		],
		check: async (text, signal) => {
			const token = text.trim();
			const problem = tokenProblem(token);
			if (problem) return { ok: false, message: problem };
			const check = await checkToken(clients.as(place.url, token), place.url, signal);
			return check.ok ? { ok: true, value: { token, user: check.user, key: check.key } } : check;
		},
	});
	return result?.kind === "back" ? "back" : result?.value;
}

/** Shows whose token it is and until when, before it is kept. */
export async function confirmSession(
	place: Place,
	session: Session,
	before: KnownDeployment | undefined,
): Promise<"accept" | "another" | undefined> {
	const replaced =
		before &&
		(before.url === place.url
			? t("The session of {0} there is replaced.", before.account.username)
			: t(
					"It is the deployment that you know as {0}; from now on it is reached here.",
					before.name,
				));
	const picked = await askQuickPick<PickItem & { readonly answer: "accept" | "another" }>(
		[
			{
				icon: "check",
				label: t("Sign in as {0}", accountText(session)),
				detail: [expiryText(session), replaced].filter(Boolean).join(" "),
				answer: "accept",
			},
			{ icon: "arrow-left", label: t("Use another token"), answer: "another" },
		],
		{
			title: t("Sign In to {0}", nameOfUrl(place.url)),
			placeholder: t("{0}, version {1}", place.url, place.buildInfo.version),
			ignoreFocusOut: true,
		},
	);
	return picked?.answer;
}

/** Warns before a token crosses a network unencrypted. */
export async function confirmPlainHttp(url: string): Promise<boolean> {
	const go = t("Continue without Encryption");
	const answer = await askModal(
		t("{0} is not encrypted.", url),
		t(
			"Your session token would cross the network readable for everybody on the way. Use https if you can.",
		),
		go,
	);
	return answer === go;
}
