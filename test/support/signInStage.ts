import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Deployments } from "../../src/core/deployments/deployments.ts";
import { Sessions } from "../../src/core/deployments/sessions.ts";
import { DeploymentStore } from "../../src/core/deployments/store.ts";
import { makeClients } from "../../src/core/deployments/makeClients.ts";
import { readNetworkSettings } from "../../src/core/http/settings/networkSettings.ts";
import { offerEnvironmentSignIn } from "../../src/core/signIn/environmentOffer.ts";
import { SignInFlow } from "../../src/core/signIn/flow.ts";
import { followLink } from "../../src/core/signIn/link.ts";
import type { Surroundings } from "../../src/core/signIn/surroundings.ts";
import { TestFiles } from "../integration/http/support/files.ts";
import { openMemory, openSecrets } from "./memories.ts";
import { recordingLogger } from "./recordingLogger.ts";
import { startSignInHosts, type SignInHosts } from "./signInHosts.ts";
import { scriptedQuestions, type Answers } from "./signInAnswers.ts";

/** The start of a sign-in attempt. */
export interface Attempt {
	/** The network settings, by their full names. */
	readonly settings?: Readonly<Record<string, unknown>>;
	/** The process's environment. */
	readonly env?: Readonly<Record<string, string>>;
	/** Files of the Coder CLI in its folder: `url` and `session`. */
	readonly cli?: Readonly<Record<string, string>>;
	/** Content of the keyring of an invented Coder CLI, by URL. Without it, there's no CLI. */
	readonly keyring?: Readonly<Record<string, string>>;
	/** URLs that the user has signed in to before. */
	readonly seen?: readonly string[];
	readonly trusted?: boolean;
	readonly answers: Answers;
	/** Dismisses this question, counted from 1, whatever it is. */
	readonly dismiss?: number;
}

/** How an attempt starts; a link by its query. */
export type Beginning = "command" | "environment" | { readonly query: string };

/** Signs in through the product, from settings and questions to sockets, and records what each host received. */
export class SignInStage {
	readonly #files = new TestFiles();
	readonly hosts: SignInHosts;
	#attempts = 0;

	private constructor(hosts: SignInHosts) {
		this.hosts = hosts;
	}

	static async start(): Promise<SignInStage> {
		return new SignInStage(await startSignInHosts());
	}

	async close(): Promise<void> {
		await this.hosts.close();
		this.#files.remove();
	}

	/** A header command that records the URL that it was run for. */
	get headerCommand(): string {
		return `echo "$CODER_URL" >> '${path.join(this.#files.dir, "command.log")}'; echo X-Command=1`;
	}

	/**
	 * Attempts to sign in and, if that succeeds, sends two more requests.
	 *
	 * @returns each question, request, and program that was run, in order
	 */
	async run(beginning: Beginning, attempt: Attempt): Promise<readonly string[]> {
		const { answers, dismiss, trusted = true, seen = [] } = attempt;
		this.hosts.forget();
		const folder = this.#newFolder();
		const trace: string[] = [];
		const flush = (): void => {
			trace.push(...this.#linesOf("command"), ...this.#linesOf("cli"), ...this.hosts.take());
		};
		const { ask, say } = scriptedQuestions(answers, dismiss, trace, flush);
		const surroundings: Surroundings = {
			env: {
				...this.#environment(folder, attempt),
				...attempt.env,
			},
			isTrusted: () => trusted,
			defaultUrl: () => undefined,
		};
		const memory = openMemory();
		memory.put("seenUrls", seen);
		const log = recordingLogger();
		const written: Readonly<Record<string, unknown>> = {
			...this.hosts.settings,
			...attempt.settings,
		};
		const settings = readNetworkSettings((name) => written[name]);
		const secrets = openSecrets();
		const clients = makeClients({
			sessions: new Sessions(secrets),
			userAgent: "sign-in-stage",
			log,
			settings: () => settings,
			isConfirmed: (url) => deployments.isConfirmed(url),
			reloadHelps: false,
		});
		const deployments: Deployments = new Deployments(memory, secrets, (saved) => {
			const client = clients.of(saved);
			return new DeploymentStore(saved, (id, signal) => client.get(id, signal));
		});
		const flow = new SignInFlow({
			deployments,
			clients,
			ask,
			surroundings,
		});
		const offer = () =>
			offerEnvironmentSignIn({ deployments, flow, ask, surroundings, memory, log });
		const begin = () => {
			if (beginning === "command") return flow.run();
			if (beginning === "environment") return offer();
			return followLink(new URLSearchParams(beginning.query), flow, ask);
		};
		const deployment = await begin();
		say(deployment ? "signed in" : "not signed in");
		if (deployment) await deployment.refresh(["buildInfo", "user"]);
		flush();
		if (beginning === "environment" && !deployment) {
			// Another window.
			const before = trace.length;
			await offer();
			flush();
			if (trace.length > before) trace.splice(before, 0, "in another window:");
		}
		deployments.dispose();
		return trace;
	}

	#newFolder(): string {
		this.#attempts += 1;
		const folder = path.join(this.#files.dir, String(this.#attempts));
		mkdirSync(path.join(folder, "bin"), { recursive: true });
		return folder;
	}

	/** Returns the CLI's folder and, if it has a keyring, a program that responds like the CLI. */
	#environment(folder: string, { cli = {}, keyring }: Attempt): Record<string, string> {
		for (const [name, text] of Object.entries(cli)) writeFileSync(path.join(folder, name), text);
		if (keyring) {
			const file = path.join(folder, "bin", "coder");
			const answers = Object.entries(keyring).map(([url, token]) => `'${url}') echo '${token}' ;;`);
			writeFileSync(
				file,
				`#!/bin/sh
echo "$@" >> '${path.join(this.#files.dir, "cli.log")}'
[ "$1" = version ] && echo "Coder v2.32.0" && exit 0
url="$CODER_URL"
for word in "$@"; do case "$word" in --url=*) url="\${word#--url=}" ;; esac; done
case "$url" in
${answers.join("\n")}
*) exit 1 ;;
esac
`,
			);
			chmodSync(file, 0o755);
		}
		const rest = process.env.PATH ?? "";
		return { CODER_CONFIG_DIR: folder, PATH: `${path.join(folder, "bin")}:${rest}` };
	}

	#linesOf(program: "command" | "cli"): string[] {
		const file = path.join(this.#files.dir, `${program}.log`);
		if (!existsSync(file)) return [];
		const lines = readFileSync(file, "utf8").trimEnd().split("\n").filter(Boolean);
		writeFileSync(file, "");
		return lines.map((line) => `${program}: ${line}`);
	}
}
