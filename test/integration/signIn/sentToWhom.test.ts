import assert from "node:assert/strict";
import { slowMachine } from "../../support/slowMachine.ts";
import { SignInStage, type Attempt, type Beginning } from "../../support/signInStage.ts";

const coder = "https://coder.larkspur.example/team";
const other = "https://other.larkspur.example/team";
const plain = "http://plain.larkspur.example/team";
const gateway = "https://gateway.larkspur.example/team";
const moved = "https://moved.larkspur.example";

/** A way to sign in, and everything that happens: `?` is a question, `host/path what +carried` a request. */
interface Row {
	readonly beginning: Beginning;
	readonly attempt: Attempt;
	readonly happens: readonly string[];
}

describe("requests while signing in", function () {
	this.timeout(slowMachine);

	let stage: SignInStage;
	before(async () => {
		stage = await SignInStage.start();
	});
	after(() => stage.close());

	const tokens = () => stage.hosts.tokens;
	/** As in older versions: for all deployments. */
	const flat = () => ({
		"coderDeployment.headers": { "X-Flat": "1" },
		"coder.headerCommand": stage.headerCommand,
	});
	const named = () => ({
		"coderDeployment.headers": { [coder]: { "X-Named": "1" } },
		"coderDeployment.headerCommand": { "coder.larkspur.example/team": stage.headerCommand },
	});
	const agreed = {
		session: "accept",
		plainHttp: true,
		headers: true,
		link: true,
		environment: true,
	} as const;
	const linkTo = (url: string, token?: string): Beginning => ({
		query: new URLSearchParams({ url, ...(token === undefined ? {} : { token }) }).toString(),
	});
	const both = "coderDeployment.headers + coder.headerCommand";
	/** Returns the requests to a deployment after its account was confirmed. */
	const afterwards = (host: string, url: string): string[] => [
		"signed in",
		`command: ${url}`,
		`${host}/team buildinfo +flat +command`,
		`${host}/team me +token +flat +command`,
	];
	const checked = (host: string): string[] => [`${host}/team key +token`, `${host}/team me +token`];

	const rows: Readonly<Record<string, () => Row>> = {
		"a URL that is typed": () => ({
			beginning: "command",
			attempt: {
				settings: flat(),
				answers: { ...agreed, url: `${coder}/workspaces`, token: tokens().coder },
			},
			happens: [
				"? url",
				"coder/team buildinfo",
				"coder/team/workspaces buildinfo",
				`? token for ${coder}`,
				...checked("coder"),
				`? session at ${coder} + ${both}`,
				...afterwards("coder", coder),
			],
		}),
		"a URL that is typed, of somebody else": () => ({
			beginning: "command",
			attempt: { settings: flat(), answers: { ...agreed, url: "https://stranger.example/a/b" } },
			happens: ["? url", "stranger stranger.example:443", "says: The proxy ", "not signed in"],
		}),
		"a token in place of the URL": () => ({
			beginning: "command",
			attempt: { settings: flat(), answers: { ...agreed, url: tokens().coder } },
			happens: ["? url", "says: This is a session token.", "not signed in"],
		}),
		"a URL whose host sends everybody elsewhere": () => ({
			beginning: "command",
			attempt: { settings: flat(), answers: { ...agreed, url: moved, headers: undefined } },
			happens: [
				"? url",
				"moved buildinfo",
				"says: ",
				`? send coderDeployment.headers, coder.headerCommand to ${moved}`,
				"not signed in",
			],
		}),
		"a URL that is typed, of plain http": () => ({
			beginning: "command",
			attempt: {
				settings: flat(),
				answers: { ...agreed, url: plain, token: tokens().plain },
			},
			happens: [
				"? url",
				"plain/team buildinfo",
				`? unencrypted ${plain}`,
				`? token for ${plain}`,
				...checked("plain"),
				`? session at ${plain} + ${both}`,
				...afterwards("plain", plain),
			],
		}),
		"a URL behind a gateway that wants a header": () => ({
			beginning: "command",
			attempt: {
				settings: flat(),
				answers: { ...agreed, url: gateway, token: tokens().plain },
			},
			happens: [
				"? url",
				"gateway/team buildinfo",
				"says: ",
				`? send coderDeployment.headers, coder.headerCommand to ${gateway}`,
				`command: ${gateway}`,
				"gateway/team buildinfo +flat +command",
				`? token for ${gateway}`,
				"gateway/team key +token +flat +command",
				"gateway/team me +token +flat +command",
				`? session at ${gateway}`,
				"signed in",
				"gateway/team buildinfo +flat +command",
				"gateway/team me +token +flat +command",
			],
		}),
		"a URL that the settings name": () => ({
			beginning: "command",
			attempt: {
				settings: named(),
				answers: { ...agreed, url: `${coder}/workspaces`, token: tokens().coder },
			},
			happens: [
				"? url",
				`command: ${coder}/workspaces`,
				`command: ${coder}`,
				"coder/team buildinfo +named +command",
				"coder/team/workspaces buildinfo +named +command",
				`? token for ${coder}`,
				"coder/team key +token +named +command",
				"coder/team me +token +named +command",
				`? session at ${coder}`,
				"signed in",
				"coder/team buildinfo +named +command",
				"coder/team me +token +named +command",
			],
		}),
		"a URL that the settings do not name": () => ({
			beginning: "command",
			attempt: {
				settings: named(),
				answers: { ...agreed, url: other, token: tokens().other },
			},
			happens: [
				"? url",
				"other/team buildinfo",
				`? token for ${other}`,
				...checked("other"),
				`? session at ${other}`,
				"signed in",
				"other/team buildinfo",
				"other/team me +token",
			],
		}),
		"a link": () => ({
			beginning: linkTo(coder),
			attempt: { settings: flat(), answers: { ...agreed, token: tokens().coder } },
			happens: [
				`? link to ${coder}`,
				`? url (${coder})`,
				"coder/team buildinfo",
				`? token for ${coder}`,
				...checked("coder"),
				`? session at ${coder} + ${both}`,
				...afterwards("coder", coder),
			],
		}),
		"a link with a token": () => ({
			beginning: linkTo(coder, tokens().coder),
			attempt: { settings: flat(), answers: agreed },
			happens: [
				`? link to ${coder}`,
				"coder/team buildinfo",
				...checked("coder"),
				`? session at ${coder} + ${both}`,
				...afterwards("coder", coder),
			],
		}),
		"a link with a token, to plain http": () => ({
			beginning: linkTo(plain, tokens().plain),
			attempt: { settings: flat(), answers: agreed },
			happens: [
				`? link to ${plain}`,
				"plain/team buildinfo",
				`? unencrypted ${plain}`,
				...checked("plain"),
				`? session at ${plain} + ${both}`,
				...afterwards("plain", plain),
			],
		}),
		"a link to a token": () => ({
			beginning: linkTo(tokens().coder),
			attempt: { settings: flat(), answers: agreed },
			happens: ["says: The link doesn't contain a valid deployment URL.", "not signed in"],
		}),
		"a link behind a gateway": () => ({
			beginning: linkTo(gateway, tokens().plain),
			attempt: { settings: flat(), answers: agreed },
			happens: [
				`? link to ${gateway}`,
				"gateway/team buildinfo",
				`? send coderDeployment.headers, coder.headerCommand to ${gateway}`,
				`command: ${gateway}`,
				"gateway/team buildinfo +flat +command",
				"gateway/team key +token +flat +command",
				"gateway/team me +token +flat +command",
				`? session at ${gateway}`,
				"signed in",
				"gateway/team buildinfo +flat +command",
				"gateway/team me +token +flat +command",
			],
		}),
		"the environment": () => ({
			beginning: "environment",
			attempt: {
				settings: flat(),
				env: { CODER_URL: coder, CODER_SESSION_TOKEN: tokens().coder },
				answers: agreed,
			},
			happens: [
				`? environment of ${coder}`,
				"coder/team buildinfo",
				...checked("coder"),
				`? session at ${coder} + ${both}`,
				...afterwards("coder", coder),
			],
		}),
		"the environment, of a deployment that was left": () => ({
			beginning: "environment",
			attempt: {
				settings: flat(),
				env: { CODER_URL: coder, CODER_SESSION_TOKEN: tokens().coder },
				seen: [coder],
				answers: agreed,
			},
			happens: ["not signed in"],
		}),
		"the environment, in a workspace that is not trusted": () => ({
			beginning: "environment",
			attempt: {
				settings: flat(),
				env: { CODER_URL: coder, CODER_SESSION_TOKEN: tokens().coder },
				trusted: false,
				answers: agreed,
			},
			happens: ["not signed in"],
		}),
		"the environment, when it is picked": () => ({
			beginning: "command",
			attempt: {
				settings: flat(),
				env: { CODER_URL: coder, CODER_SESSION_TOKEN: tokens().coder },
				answers: { ...agreed, way: "environment" },
			},
			happens: [
				"? way (token, environment)",
				"coder/team buildinfo",
				...checked("coder"),
				`? session at ${coder} + ${both}`,
				...afterwards("coder", coder),
			],
		}),
		"the files of the CLI": () => ({
			beginning: "command",
			attempt: {
				settings: flat(),
				cli: { url: coder, session: tokens().coder },
				env: { CODER_URL: other },
				answers: { ...agreed, way: "cliFiles" },
			},
			happens: [
				"? way (token, cliFiles)",
				"coder/team buildinfo",
				...checked("coder"),
				`? session at ${coder} + ${both}`,
				...afterwards("coder", coder),
			],
		}),
		"the keyring of the CLI, with another URL in the environment": () => ({
			beginning: "command",
			attempt: {
				settings: flat(),
				cli: { url: coder },
				keyring: { [coder]: tokens().coder, [other]: tokens().other },
				env: { CODER_URL: other, CODER_SESSION_TOKEN: tokens().other },
				answers: { ...agreed, way: "cliKeyring" },
			},
			happens: [
				"? way (token, cliKeyring, environment)",
				"cli: version",
				`cli: login token --url=${coder}`,
				"coder/team buildinfo",
				...checked("coder"),
				`? session at ${coder} + ${both}`,
				...afterwards("coder", coder),
			],
		}),
		"the keyring of the CLI, which has none for this URL": () => ({
			beginning: "command",
			attempt: {
				settings: flat(),
				cli: { url: coder },
				keyring: { [other]: tokens().other },
				env: { CODER_URL: other },
				answers: { ...agreed, way: "cliKeyring" },
			},
			happens: [
				"? way (token, cliKeyring)",
				"cli: version",
				`cli: login token --url=${coder}`,
				"says: The Coder CLI didn't provide a token.",
				"not signed in",
			],
		}),
		"everything of the environment, in a workspace that is not trusted": () => ({
			beginning: "command",
			attempt: {
				settings: flat(),
				cli: { url: other, session: tokens().other },
				keyring: { [other]: tokens().other },
				env: { CODER_URL: other, CODER_SESSION_TOKEN: tokens().other },
				trusted: false,
				answers: { ...agreed, url: coder, token: tokens().coder },
			},
			happens: [
				"? url",
				"coder/team buildinfo",
				`? token for ${coder}`,
				...checked("coder"),
				`? session at ${coder} + ${both}`,
				...afterwards("coder", coder),
			],
		}),
		"a deployment that was seen before": () => ({
			beginning: "command",
			attempt: {
				settings: flat(),
				seen: [coder],
				answers: { ...agreed, way: "seen", token: tokens().coder },
			},
			happens: [
				"? way (token, seen)",
				`command: ${coder}`,
				"coder/team buildinfo +flat +command",
				`? token for ${coder}`,
				"coder/team key +token +flat +command",
				"coder/team me +token +flat +command",
				`? session at ${coder}`,
				"signed in",
				"coder/team buildinfo +flat +command",
				"coder/team me +token +flat +command",
			],
		}),
		"a URL beside one that was seen before": () => ({
			beginning: "command",
			attempt: {
				settings: flat(),
				seen: [coder],
				answers: { ...agreed, way: "token", url: other, token: tokens().other },
			},
			happens: [
				"? way (token, seen)",
				"? url",
				"other/team buildinfo",
				`? token for ${other}`,
				...checked("other"),
				`? session at ${other} + ${both}`,
				...afterwards("other", other),
			],
		}),
	};

	/** Compares only the start of messages: the rest is tested where they're created. */
	const shorten = (lines: readonly string[], happens: readonly string[]): string[] =>
		lines.map(
			(line) => happens.find((one) => one.startsWith("says: ") && line.startsWith(one)) ?? line,
		);

	for (const [name, row] of Object.entries(rows)) {
		it(`by ${name} are only sent where they should be`, async () => {
			const { beginning, attempt, happens } = row();
			assert.deepEqual(shorten(await stage.run(beginning, attempt), happens), happens);
		});

		it(`by ${name} end when anything is dismissed`, async () => {
			const { beginning, attempt, happens } = row();
			const questions = happens.flatMap((line, index) => (line.startsWith("? ") ? [index] : []));
			for (const [number, index] of questions.entries()) {
				const lines = await stage.run(beginning, { ...attempt, dismiss: number + 1 });
				const until = [...happens.slice(0, index + 1), "not signed in"];
				assert.deepEqual(shorten(lines, until), until);
			}
		});
	}
});
