import type { SignInQuestions } from "../../src/core/signIn/questions.ts";
import type { SignInWay } from "../../src/core/signIn/ways.ts";

/** The user's answers during sign-in. Questions without an answer are dismissed. */
export interface Answers {
	readonly way?: SignInWay["kind"];
	/** Text for the URL box; without it, the box keeps its text. */
	readonly url?: string;
	readonly token?: string;
	readonly session?: "accept";
	readonly plainHttp?: true;
	readonly headers?: true | undefined;
	readonly link?: true;
	readonly environment?: true;
}

/**
 * Answers questions from a script, and records each with what happened before it.
 *
 * @param dismiss number of the question to dismiss, from 1
 * @param flush records the requests since the last question
 */
export function scriptedQuestions(
	answers: Answers,
	dismiss: number | undefined,
	trace: string[],
	flush: () => void,
): { readonly ask: SignInQuestions; readonly say: (line: string) => void } {
	let answered = 0;
	const say = (line: string): void => {
		flush();
		trace.push(line);
	};
	const question = async <T, D>(
		name: string,
		answer: () => T | Promise<T>,
		dismissed: D,
	): Promise<T | D> => {
		say(`? ${name}`);
		answered += 1;
		return answered === dismiss ? dismissed : answer();
	};
	const { signal } = new AbortController();
	const ask: SignInQuestions = {
		way: (ways) =>
			question(
				`way (${ways.map(({ kind }) => kind).join(", ")})`,
				() => ways.find(({ kind }) => kind === answers.way),
				undefined,
			),
		url: (begin, check) =>
			question(
				begin === "" ? "url" : `url (${begin})`,
				async () => {
					const text = answers.url ?? begin;
					const checked = await check(text, signal);
					if (checked.ok) return checked.value;
					say(`says: ${checked.message}`);
					if (!(await checked.agree?.())) return undefined;
					const again = await check(text, signal);
					return again.ok ? again.value : undefined;
				},
				undefined,
			),
		token: (address, _back, check) =>
			question(
				`token for ${address.url}`,
				async () => {
					if (answers.token === undefined) return undefined;
					const checked = await check(answers.token, signal);
					if (checked.ok) return checked.value;
					say(`says: ${checked.message}`);
					return undefined;
				},
				undefined,
			),
		session: (address, _session, { headersOf }) =>
			question(
				[`session at ${address.url}`, ...headersOf].join(" + "),
				() => answers.session,
				undefined,
			),
		copy: () => Promise.resolve(false),
		plainHttp: (url) => question(`unencrypted ${url}`, () => answers.plainHttp === true, false),
		headers: ({ url, settings }) =>
			question(`send ${settings.join(", ")} to ${url}`, () => answers.headers === true, false),
		link: (url) => question(`link to ${url}`, () => answers.link === true, false),
		environment: (url) =>
			question(`environment of ${url}`, () => answers.environment === true, false),
		busy: (_title, run) => run(signal),
		problem: ({ message }) => {
			say(`says: ${message}`);
		},
		signedIn: () => undefined,
	};
	return { ask, say };
}
