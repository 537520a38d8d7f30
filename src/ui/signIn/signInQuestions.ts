import { accountName } from "../../core/deployments/accountName.ts";
import { t } from "../../core/base/l10n.ts";
import {
	accountText,
	expiryText,
	type DeploymentAddress,
	type Session,
} from "../../core/signIn/candidate.ts";
import type {
	Check,
	NamedPlace,
	SessionDetails,
	Step,
	WithheldHeaders,
} from "../../core/signIn/questions.ts";
import type { SignInWay } from "../../core/signIn/ways.ts";
import type { NamedDeployment } from "../../core/deployments/deployment.ts";
import { isPlainHttp, nameOfUrl } from "../../core/base/url.ts";
import { readUrl } from "../../core/coder/deploymentUrl.ts";
import { askInput, type Censored } from "../messages/inputStep.ts";
import { askModal, showInformation } from "../messages/messages.ts";
import type { PickItem } from "../messages/pickItem.ts";
import { askQuickPick } from "../messages/quickPick.ts";
import { askPick } from "../messages/quickStep.ts";
import { openWeb } from "../app/openWeb.ts";

/** Asks which way to sign in. */
export async function askWay(ways: readonly SignInWay[]): Promise<SignInWay | undefined> {
	const items = ways.map((way) => ({ ...wayItem(way), way }));
	const firstSeen = items.findIndex(({ way }) => way.kind === "seen");
	const separator = { separator: t("Used before") };
	const picked = await askQuickPick<PickItem & { readonly way: SignInWay }>(
		firstSeen === -1 ? items : [...items.slice(0, firstSeen), separator, ...items.slice(firstSeen)],
		{ title: t("Sign In to a Coder Deployment"), placeholder: t("Select how to sign in") },
	);
	return picked?.way;
}

function wayItem(way: SignInWay): PickItem {
	switch (way.kind) {
		case "token":
			return { icon: "key", label: t("With a Session Token") };
		case "cliFiles":
			return {
				icon: "terminal",
				label: t("With the Coder CLI's Session"),
				description: way.url,
			};
		case "cliKeyring":
			return {
				icon: "terminal",
				label: t("With the Coder CLI's Session"),
				description: t("{0}, from the keyring", way.url),
			};
		case "environment":
			return {
				icon: "symbol-variable",
				label: t("With CODER_URL and CODER_SESSION_TOKEN"),
				description: way.url,
			};
		case "seen":
			return { icon: "history", label: way.name, description: way.url };
	}
}

/** Asks for the address. A token that is pasted into it by mistake is removed. */
export async function askUrl(
	value: string,
	check: Check<DeploymentAddress>,
): Promise<DeploymentAddress | undefined> {
	const result = await askInput<DeploymentAddress>({
		title: t("Sign In to a Coder Deployment"),
		step: 1,
		totalSteps: 3,
		prompt: t("Enter the URL of your Coder deployment."),
		placeholder: "https://coder.example.com",
		value: censorUrl(value)?.text ?? value,
		censor: censorUrl,
		check,
	});
	return result?.kind === "value" ? result.value : undefined;
}

function censorUrl(text: string): Censored | undefined {
	const reading = readUrl(text);
	if (reading.ok || reading.replacement === undefined) return undefined;
	return { text: reading.replacement, message: reading.message };
}

/** Asks for a session token of a deployment. */
export async function askToken(
	{ name, url }: NamedPlace,
	step: Step,
	check: Check<Session>,
): Promise<Session | "back" | undefined> {
	const page = `${url}/cli-auth`;
	const result = await askInput<Session>({
		title: t("Sign In to {0}", name),
		...step,
		prompt: t("Paste a session token. To get one, open {0} with the button above.", page),
		placeholder: t("Session token"),
		password: true,
		back: step.step > 1,
		buttons: [
			{
				icon: "link-external",
				tooltip: t("Open {0} to get a token", page),
				run: () => openWeb(page),
			},
		],
		check,
	});
	return result?.kind === "back" ? "back" : result?.value;
}

/** Shows a token's account and expiry before it is stored. */
export async function confirmSession(
	place: NamedPlace,
	session: Session,
	{ before, headersOf, step }: SessionDetails,
): Promise<"accept" | "another" | undefined> {
	const replaced =
		before &&
		(before.url !== place.url
			? t("Has the deployment ID of {0}.", before.name)
			: "account" in before && t("Replaces the session of {0}.", accountName(before.account)));
	const headers =
		headersOf.length > 0 &&
		t("The headers in {0} will be sent with every request.", headersOf.join(", "));
	const items = [
		{
			icon: "check",
			label: t("Sign In as {0}", accountText(session)),
			detail: [expiryText(session), replaced, headers].filter(Boolean).join(" "),
			value: "accept",
		},
		{ icon: "arrow-left", label: t("Use Another Token"), value: "another" },
	] as const;
	const question = {
		title: t("Sign In to {0}", place.name),
		placeholder: t("{0}, version {1}", place.url, place.buildInfo.version),
		ignoreFocusOut: true,
	};
	if (!step) return (await askQuickPick(items, question))?.value;
	const result = await askPick<"accept" | "another">({ ...question, ...step, items });
	return result?.kind === "back" ? "another" : result?.value;
}

/** Asks whether two URLs with the same deployment ID are one deployment, or a deployment and its copy. */
export async function askWhetherCopy(
	remembered: NamedDeployment,
	address: DeploymentAddress,
): Promise<boolean | undefined> {
	const picked = await askQuickPick<PickItem & { readonly copy: boolean }>(
		[
			{
				icon: "arrow-swap",
				label: t("Moved to {0}", address.url),
				detail: t("{0} will use its new URL from now on.", remembered.name),
				copy: false,
			},
			{
				icon: "copy",
				label: t("It's a copy"),
				detail: t("Keeps {0} at {1} and adds this one.", remembered.name, remembered.url),
				copy: true,
			},
		],
		{
			title: t("{0} has the same deployment ID as {1}", nameOfUrl(address.url), remembered.name),
			placeholder: t("Did the deployment move, or is this a copy, such as a restored backup?"),
			ignoreFocusOut: true,
		},
	);
	return picked?.copy;
}

/** Warns before a token is sent unencrypted. */
export async function confirmPlainHttp(url: string): Promise<boolean> {
	const go = t("Continue Without Encryption");
	const answer = await askModal(
		t("{0} doesn't use HTTPS.", url),
		t("Your session token would be sent unencrypted. Use HTTPS if you can."),
		go,
	);
	return answer === go;
}

/** Asks whether headers, which may contain secrets, may be sent to a URL that the user never signed in to. */
export async function confirmHeaders(
	{ url, settings }: WithheldHeaders,
	because: string,
): Promise<boolean> {
	const go = t("Send Headers");
	const answer = await askModal(
		t("Send the headers in {0} to {1}?", settings.join(", "), url),
		[
			because,
			t(
				"A gateway in front of the deployment might require them. They can contain secrets. Continue only if you trust {0}.",
				url,
			),
			...(isPlainHttp(url) ? [t("{0} doesn't use HTTPS.", url)] : []),
		].join("\n\n"),
		go,
	);
	return answer === go;
}

/** Asks whether to follow a link. */
export async function confirmLink(url: string): Promise<boolean> {
	const go = t("Continue");
	const answer = await askModal(
		t("Sign in to {0}?", url),
		t(
			"A link requested this. Continue only if you recognize the deployment and trust the link's source.",
		),
		go,
	);
	return answer === go;
}

/** Asks, in a notification, whether to sign in with the environment's session. */
export async function confirmEnvironment(url: string): Promise<boolean> {
	const go = t("Sign In");
	const answer = await showInformation(
		t("CODER_URL and CODER_SESSION_TOKEN are set. Sign in to {0}?", url),
		go,
	);
	return answer === go;
}
