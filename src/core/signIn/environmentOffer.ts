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

/** What the offer works with. */
interface OfferParts {
	readonly deployments: Deployments;
	readonly flow: SignInFlow;
	readonly ask: Pick<SignInQuestions, "environment">;
	readonly surroundings: Surroundings;
	/** Remembers what was declined. */
	readonly memory: Memory;
	readonly log: Logger;
}

/**
 * Offers to sign in with `CODER_URL` and `CODER_SESSION_TOKEN`, as a link would: nothing is sent before the user agrees.
 * It is offered in trusted workspaces, when nobody is signed in anywhere and this address was never signed in to (who
 * signs out stays signed out), and not again once it was declined; the command Sign In still has it.
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
