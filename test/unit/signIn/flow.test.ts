import assert from "node:assert/strict";
import type { CoderClient } from "../../../src/core/http/client.ts";
import type { SavedDeployment } from "../../../src/core/deployments/deployment.ts";
import { Deployments } from "../../../src/core/deployments/deployments.ts";
import type { Clients } from "../../../src/core/deployments/makeClients.ts";
import { Sessions } from "../../../src/core/deployments/sessions.ts";
import { DeploymentStore } from "../../../src/core/deployments/store.ts";
import { SignInFlow } from "../../../src/core/signIn/flow.ts";
import type { SessionDetails, SignInQuestions } from "../../../src/core/signIn/questions.ts";
import { openMemory, openSecrets } from "../../support/memories.ts";
import { failureOf, saved } from "../../support/recorded.ts";

const token = "SampleOwnr-SampleOwnerNotRealTokn";
const home = "https://coder.larkspur.example";
const moved = "https://new.larkspur.example";
const staging = "https://staging.larkspur.example";
const plain = "http://plain.larkspur.example";
const gateway = "https://gateway.larkspur.example";

/** Deployment IDs by URL; `home` and `moved` are the same deployment or copies. */
const ids: Readonly<Record<string, string>> = {
	[home]: saved.key,
	[moved]: saved.key,
	[staging]: "s",
	[plain]: "p",
	[gateway]: "g",
};

const asked: string[] = [];
let details: SessionDetails[] = [];

/** Whether tokens can't read their account. */
let limited = false;

const client = (url: string, withHeaders: boolean, sent?: string): CoderClient =>
	({
		get: (id: string) => {
			const deploymentId = ids[url];
			const ok = (value: unknown) => Promise.resolve({ ok: true, value: { value, tookMs: 1 } });
			const failed = (failure: unknown) => Promise.resolve({ ok: false, failure });
			if (deploymentId === undefined) return failed(failureOf("network"));
			if (url === gateway && !withHeaders)
				return failed(failureOf("notCoder", { withheld: ["coder.headers"] }));
			if (id === "buildInfo")
				return ok({ version: "v2.25.0", workspaceProxy: false, deploymentId });
			if (sent !== token)
				return failed(failureOf("signedOut", { status: 401, tokenRefused: "expired" }));
			if (id === "experiments") return ok([]);
			if (id === "user" && limited) return failed(failureOf("rejected", { status: 404 }));
			return id === "user"
				? ok({ id: "1", username: "mira", roles: [] })
				: ok({ id: "k", expiresAt: 5 });
		},
	}) as unknown as CoderClient;

const clients = {
	anonymous: (url: string, agreed: boolean) => client(url, agreed),
	as: (url: string, sent: string, agreed: boolean) => client(url, agreed, sent),
	of: () => client("", false),
	network: {
		withheld: (_url: string, standing: string) =>
			standing === "unconfirmed" ? ["coder.headers"] : [],
	},
} as unknown as Clients;

/** Returns an answer that is different each time, and the last one from then on. */
const inTurn = <T>(...answers: readonly [T, ...T[]]): (() => T) => {
	let at = 0;
	return () => answers[Math.min(at++, answers.length - 1)] as T;
};

interface Scripted {
	/** What is typed as the URL; without it, the box keeps its text. */
	readonly url?: string | undefined;
	/** What is pasted as the token, or another end of this step. */
	readonly token?: () => string | undefined;
	readonly session?: () => "accept" | "another" | undefined;
	readonly copy?: boolean | undefined;
	readonly way?: number;
	/** Whether a token may be sent unencrypted. */
	readonly plainHttp?: boolean;
	/** Whether to send headers from the settings. */
	readonly headers?: () => boolean;
}

function questions(script: Scripted): SignInQuestions {
	const { signal } = new AbortController();
	return {
		way: (ways) => {
			asked.push(`way ${ways.map((way) => ("name" in way ? way.name : way.kind)).join()}`);
			return Promise.resolve(script.way === undefined ? undefined : ways[script.way]);
		},
		url: async (begin, check) => {
			asked.push(`url ${begin}`);
			const checked = await check(script.url ?? begin, signal);
			return checked.ok ? checked.value : undefined;
		},
		token: async ({ name }, { step, totalSteps }, check) => {
			asked.push(`token of ${name}, ${String(step)} of ${String(totalSteps)}`);
			const text = (script.token ?? (() => token))();
			if (text === "back" || text === undefined) return text;
			const checked = await check(text, signal);
			if (checked.ok) return checked.value;
			asked.push(`says ${checked.message}`);
			return undefined;
		},
		session: ({ name }, { user, key }, shown) => {
			const step = shown.step
				? `${String(shown.step.step)} of ${String(shown.step.totalSteps)}`
				: "";
			asked.push(`session of ${user.username} until ${String(key?.expiresAt)} at ${name} ${step}`);
			details.push(shown);
			return Promise.resolve((script.session ?? (() => "accept" as const))());
		},
		copy: (remembered, { url }) => {
			asked.push(`copy of ${remembered.url} at ${url}`);
			return Promise.resolve(script.copy);
		},
		plainHttp: (url) => {
			asked.push(`plain http ${url}`);
			return Promise.resolve(script.plainHttp ?? assert.fail("all URLs use HTTPS"));
		},
		headers: ({ url, settings }, because) => {
			asked.push(`send ${settings.join()} to ${url}: ${because}`);
			return Promise.resolve((script.headers ?? (() => assert.fail("no headers are withheld")))());
		},
		link: () => assert.fail("there is no link"),
		environment: () => assert.fail("there is no environment"),
		busy: (_title, run) => run(signal),
		problem: ({ message }) => asked.push(`problem ${message}`),
		signedIn: ({ name }, _session, switched) =>
			asked.push(`signed in to ${name}${switched ? " instead of another" : ""}`),
	};
}

/** Opens a window in which the user is signed in to these deployments. */
async function open(script: Scripted, ...before: readonly SavedDeployment[]) {
	const secrets = openSecrets();
	const connect = (one: SavedDeployment) =>
		new DeploymentStore(one, () => Promise.reject(new Error("not requested")));
	const deployments = new Deployments(openMemory(), secrets, connect);
	for (const one of before) await deployments.signIn(one, "earlier");
	const flow = new SignInFlow({
		deployments,
		clients,
		ask: questions(script),
		// Without trust, there are no ways of the environment.
		surroundings: { env: {}, isTrusted: () => false, defaultUrl: () => `${home}/` },
	});
	const tokenOf = (one: SavedDeployment) => new Sessions(secrets).token(one);
	return { flow, deployments, tokenOf };
}

const production: SavedDeployment = { ...saved, name: "Production" };

describe("signing in", () => {
	beforeEach(() => {
		asked.length = 0;
		details = [];
		limited = false;
	});

	it("to a first deployment asks for URL, token, and account, and starts with the default URL", async () => {
		const { flow, deployments, tokenOf } = await open({});
		const deployment = (await flow.run()) ?? assert.fail();
		assert.deepEqual(asked, [
			`url ${home}/`,
			"token of coder.larkspur.example, 2 of 3",
			"session of mira until 5 at coder.larkspur.example 3 of 3",
			"signed in to coder.larkspur.example",
		]);
		assert.equal(deployments.active, deployment);
		assert.equal(await tokenOf(deployment.saved), token);
		assert.deepEqual(details[0]?.headersOf, ["coder.headers"], "not sent before");
	});

	it("again asks for the token and account only, and shows what is stored", async () => {
		const { flow } = await open({}, production);
		const deployment = await flow.again(home);
		assert.deepEqual(asked, [
			"token of Production, 1 of 2",
			"session of mira until 5 at Production 2 of 2",
			"signed in to Production",
		]);
		assert.equal(deployment?.saved.name, "Production");
		assert.equal(details[0]?.before?.name, "Production");
		assert.deepEqual(details[0].headersOf, [], "confirmed before");
	});

	it("says if another deployment was active before", async () => {
		const { flow } = await open({ url: staging }, production);
		await flow.at(staging);
		assert.equal(asked.at(-1), "signed in to staging.larkspur.example instead of another");
	});

	it("returns to the found URL from the token, but not if the URL wasn't entered", async () => {
		const script = { token: inTurn<string | undefined>("back", undefined) };
		const { flow } = await open(script);
		assert.equal(await flow.at(`${home}/`), undefined);
		assert.deepEqual(asked, [
			`url ${home}/`,
			"token of coder.larkspur.example, 2 of 3",
			`url ${home}`,
			"token of coder.larkspur.example, 2 of 3",
		]);
		const known = await open({ token: () => "back" }, production);
		assert.equal(await known.flow.again(home), undefined);
	});

	it("asks for another token if the account is the wrong one", async () => {
		const script = { session: inTurn<"another" | "accept">("another", "accept") };
		const { flow } = await open(script, production);
		assert.ok(await flow.again(home));
		assert.deepEqual(asked.slice(0, 4), [
			"token of Production, 1 of 2",
			"session of mira until 5 at Production 2 of 2",
			"token of Production, 1 of 2",
			"session of mira until 5 at Production 2 of 2",
		]);
	});

	it("sends no token unencrypted unless the user agrees", async () => {
		const refusing = await open({ plainHttp: false });
		assert.equal(await refusing.flow.with(plain, token), "dismissed");
		assert.equal(await refusing.flow.at(plain), undefined);
		assert.deepEqual(asked, [`plain http ${plain}`, `url ${plain}`, `plain http ${plain}`]);
		assert.deepEqual(refusing.deployments.listed, []);
		const agreeing = await open({ plainHttp: true });
		assert.equal((await agreeing.flow.at(plain))?.saved.url, plain);
	});

	it("sends headers from the settings only if the user agrees, and then asks no more", async () => {
		const question = `send coder.headers to ${gateway}: It is notCoder. Do something.`;
		const { flow, deployments } = await open({ headers: inTurn(false, false, true) });
		assert.equal(await flow.with(gateway, token), "failed");
		assert.equal(await flow.with(gateway, token), "failed");
		assert.deepEqual(asked, [question, question]);
		assert.deepEqual(deployments.listed, []);
		asked.length = 0;
		await flow.with(gateway, token);
		assert.deepEqual(asked, [
			question,
			"session of mira until 5 at gateway.larkspur.example ",
			"signed in to gateway.larkspur.example",
		]);
		assert.deepEqual(details[0]?.headersOf, [], "the user agreed before");
	});

	it("shows the beginning of a token that can't read its account", async () => {
		limited = true;
		const { flow } = await open({});
		const deployment = await flow.at(home);
		assert.equal(deployment?.saved.account.username, "SampleOwnr");
		assert.equal(asked[2], "session of SampleOwnr until 5 at coder.larkspur.example 3 of 3");
	});

	it("stores nothing if the user dismisses the account", async () => {
		const { flow, deployments } = await open({ session: () => undefined });
		assert.equal(await flow.at(home), undefined);
		assert.equal(await flow.with(home, token), "dismissed");
		assert.deepEqual(deployments.listed, []);
	});

	it("explains a pasted token that has expired differently from one from elsewhere", async () => {
		const old = "SampleOldr-SampleOlderNotRealTokn";
		const { flow, deployments } = await open({ token: () => old });
		await flow.at(home);
		assert.equal(asked.at(-1), "says This token has expired. Paste another one.");
		assert.equal(await flow.with(home, old), "failed");
		assert.equal(asked.at(-1), "problem It is signedOut. Do something.");
		assert.deepEqual(deployments.listed, []);
	});

	it("rejects a pasted text that is no token without sending it", async () => {
		const { flow } = await open({ token: () => "not a token" });
		await flow.at(home);
		assert.match(asked.at(-1) ?? "", /^says (?!This token has expired)/);
	});

	it("doesn't call it another deployment if its database was replaced", async () => {
		const { flow, deployments } = await open({}, { ...production, key: "former" });
		await flow.again(home);
		assert.equal(asked.at(-1), "signed in to Production");
		assert.deepEqual(
			deployments.list.map(({ saved: one }) => one.key),
			[saved.key],
		);
	});

	it("shows a problem and asks nothing if a known URL doesn't respond", async () => {
		const { flow } = await open({});
		assert.equal(await flow.again("https://gone.example"), undefined);
		assert.equal(await flow.with("https://gone.example", token), "failed");
		assert.deepEqual(asked, Array(2).fill("problem It is network. Do something."));
	});

	it("lists deployments that were seen before by their names", async () => {
		const other = { ...saved, key: "s", url: staging, name: "Staging" };
		const { flow, deployments } = await open({ way: 1 }, production, other);
		for (const deployment of [...deployments.list]) await deployments.signOut(deployment);
		assert.equal((await flow.run())?.saved.name, "Staging");
		assert.deepEqual(asked.slice(0, 2), [
			"way token,Staging,Production",
			"token of Staging, 1 of 2",
		]);
	});

	describe("to a known deployment at another URL", () => {
		const movedKeys = async (copy: boolean | undefined) => {
			const window = await open({ copy }, production);
			const deployment = await window.flow.at(moved);
			assert.ok(asked.includes(`copy of ${home} at ${moved}`));
			return { ...window, deployment };
		};

		it("replaces it and keeps its name if the deployment moved", async () => {
			const { deployment, deployments } = await movedKeys(false);
			assert.equal(deployment?.saved.name, "Production");
			assert.deepEqual(
				deployments.list.map(({ saved: one }) => [one.key, one.url]),
				[[saved.key, moved]],
			);
			assert.equal(asked.at(-1), "signed in to Production");
		});

		it("adds a row with its own name and token if it's a copy, which is recognized again", async () => {
			const { deployments, flow, tokenOf } = await movedKeys(true);
			const rows = () => deployments.list.map(({ saved: one }) => [one.name, one.url]);
			const both = [
				["Production", home],
				["new.larkspur.example", moved],
			];
			assert.deepEqual(rows(), both);
			assert.equal(await tokenOf(production), "earlier");
			asked.length = 0;
			await flow.again(moved);
			assert.deepEqual(rows(), both);
			assert.ok(!asked.some((line) => line.startsWith("copy")), asked.join());
		});

		it("changes nothing if the question is dismissed", async () => {
			const { deployment, deployments, tokenOf } = await movedKeys(undefined);
			assert.equal(deployment, undefined);
			assert.deepEqual(
				deployments.list.map(({ saved: one }) => one),
				[production],
			);
			assert.equal(await tokenOf(production), "earlier");
			const again = await open({ copy: undefined }, production);
			assert.equal(await again.flow.with(moved, token), "dismissed");
		});
	});
});
