import type { Deployment } from "../deployments/deployment.ts";
import { t } from "../base/l10n.ts";
import { readExactUrl } from "../coder/deploymentUrl.ts";
import type { SignInFlow } from "./flow.ts";
import type { SignInQuestions } from "./questions.ts";

/**
 * Opens a link such as `…/open?url=…&token=…`. The user confirms the URL, and then the token's account, before anything
 * is sent or stored.
 */
export async function followLink(
	query: URLSearchParams,
	flow: SignInFlow,
	ask: Pick<SignInQuestions, "link" | "problem">,
): Promise<Deployment | undefined> {
	const reading = readExactUrl(query.get("url") ?? "");
	if (!reading.ok) {
		ask.problem({
			message: t("The link doesn't contain a valid deployment URL. {0}", reading.message),
		});
		return undefined;
	}
	if (!(await ask.link(reading.url))) return undefined;
	const token = query.get("token");
	if (!token) return flow.at(reading.url);
	const end = await flow.with(reading.url, token);
	return typeof end === "string" ? undefined : end;
}
