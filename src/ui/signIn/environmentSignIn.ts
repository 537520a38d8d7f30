import type { Deployments } from "../../core/deployments/deployments.ts";
import type { Logger } from "../../core/base/logger.ts";
import { environmentSession } from "../../core/signIn/ways.ts";
import type { SignIn } from "./signIn.ts";

/**
 * Signs in with `CODER_URL` and `CODER_SESSION_TOKEN`, as the CLI does, when nobody is signed in to any deployment
 * and this address was never signed in to: who signs out stays signed out.
 */
export async function signInFromEnvironment(
	deployments: Deployments,
	signIn: SignIn,
	log: Logger,
): Promise<void> {
	const session = environmentSession(process.env);
	if (!session || deployments.list.length > 0 || deployments.seenUrls.includes(session.url)) return;
	log.info(`CODER_URL and CODER_SESSION_TOKEN are set: signing in to ${session.url}`);
	const found = await signIn.tryQuietly(session.url, session.token);
	if (found) await signIn.keep(found.place, found.session);
	else log.warn("That did not work. Run the command Sign In to see why.");
}
