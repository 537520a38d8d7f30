import type { Deployment } from "../deployments/deployment.ts";
import type { Deployments } from "../deployments/deployments.ts";
import type { Logger } from "../base/logger.ts";
import type { Memory } from "../base/memory.ts";
import type { SignInFlow } from "./flow.ts";
import type { SignInQuestions } from "./questions.ts";
import { visibleEnvironment, type Surroundings } from "./surroundings.ts";
import { environmentSession } from "./ways.ts";

const declinedKey = "declinedEnvironmentUrls";
const maxDeclined = 20;

/** The dependencies of the offer. */
interface OfferParts {
	readonly deployments: Deployments;
	readonly flow: SignInFlow;
	readonly ask: Pick<SignInQuestions, "environment">;
	readonly surroundings: Surroundings;
	/** Remembers whether the offer was declined. */
	readonly memory: Memory;
	readonly log: Logger;
}

/**
 * Offers to sign in with `CODER_URL` and `CODER_SESSION_TOKEN`. As for a link, nothing is sent before the user agrees.
 * Only in trusted workspaces, if the user isn't signed in anywhere and has never signed in to this address (signing out
 * is final), and not again once declined. The Sign In command still offers it.
 */
export async function offerEnvironmentSignIn(parts: OfferParts): Promise<Deployment | undefined> {
	const { deployments, flow, ask, surroundings, memory, log } = parts;
	const session = environmentSession(visibleEnvironment(surroundings));
	if (!session || deployments.list.length > 0 || deployments.isConfirmed(session.url))
		return undefined;
	if (declined(memory).includes(session.url)) return undefined;
	log.info(
		`CODER_URL and CODER_SESSION_TOKEN are set: asking whether to sign in to ${session.url}`,
	);
	const agreed = await ask.environment(session.url);
	const end = agreed ? await flow.with(session.url, session.token) : "dismissed";
	if (end !== "dismissed") return typeof end === "string" ? undefined : end;
	const urls = [session.url, ...declined(memory).filter((url) => url !== session.url)];
	await memory.update(declinedKey, urls.slice(0, maxDeclined));
	return undefined;
}

function declined(memory: Memory): readonly unknown[] {
	const urls = memory.get(declinedKey);
	return Array.isArray(urls) ? (urls as unknown[]) : [];
}
