import { accountText } from "../../core/signIn/candidate.ts";
import type { SignInQuestions } from "../../core/signIn/questions.ts";
import { t } from "../../core/base/l10n.ts";
import { runRemedy } from "../messages/inputStep.ts";
import { showError, showInformation } from "../messages/messages.ts";
import { withCancellableProgress } from "../messages/progress.ts";
import {
	askToken,
	askUrl,
	askWhetherCopy,
	askWay,
	confirmEnvironment,
	confirmHeaders,
	confirmLink,
	confirmPlainHttp,
	confirmSession,
} from "./signInQuestions.ts";

/** The questions and messages of signing in, in VS Code. */
export const signInQuestions: SignInQuestions = {
	way: askWay,
	url: askUrl,
	token: askToken,
	session: confirmSession,
	copy: askWhetherCopy,
	plainHttp: confirmPlainHttp,
	headers: confirmHeaders,
	link: confirmLink,
	environment: confirmEnvironment,
	busy: withCancellableProgress,
	problem: ({ message, remedy }) => {
		void showError(message, ...(remedy ? [remedy.title] : [])).then(async (answer) => {
			if (remedy && answer === remedy.title) await runRemedy(remedy);
		});
	},
	signedIn: (saved, session, switched) => {
		const [name, who] = [saved.name, accountText(session)];
		void showInformation(
			switched
				? t("{0} is now active. Signed in as {1}.", name, who)
				: t("Signed in to {0} as {1}.", name, who),
		);
	},
};
