import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { isJsonObject, type JsonObject, type JsonValue } from "../../sample-deployment/json.ts";
import { ask } from "../../sample-deployment/request.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";

/** Next to the working copy; tests run in its root folder. */
const fixtures = pathToFileURL(resolve("../shared/coder/fixtures") + sep);
const versions = [
	["current", "main"],
	["old", "v2.15.0"],
] as const;

/** Answers must have exactly the shape of the bodies that were derived from Coder's source. */
describe("sample deployment: contract with the fixtures", function () {
	let deployment: SampleDeployment;
	const get = async (path: string, token = deployment.tokens.owner): Promise<JsonValue> =>
		(await ask(`${deployment.url}/api/v2${path}`, { token })).json();

	before(function () {
		if (!existsSync(fixtures)) {
			this.skip();
		}
	});
	afterEach(() => deployment.close());

	for (const [version, folder] of versions) {
		it(`equals the unconfigured ${version} server except for descriptions`, async () => {
			deployment = await startSampleDeployment({ version, configured: false });
			const expected = fixture(`${folder}/deployment-config-defaults.json`);
			assert.deepEqual(undescribed(await get("/deployment/config")), undescribed(asSent(expected)));
		});

		it(`equals the configured ${version} server after the same setup`, async () => {
			deployment = await startSampleDeployment({ version, configured: false });
			const expected = fixture(`${folder}/deployment-config.json`) as JsonObject;
			for (const option of expected["options"] as JsonObject[]) {
				setLike(deployment, option);
			}
			assert.deepEqual(undescribed(await get("/deployment/config")), undescribed(asSent(expected)));
		});

		it(`gives the ${version} options of its organization the same fields and types`, async () => {
			deployment = await startSampleDeployment({ version });
			const ours = (await get("/deployment/config")) as JsonObject;
			const theirs = asSent(fixture(`${folder}/deployment-config.json`)) as JsonObject;
			const shapes = (body: JsonObject) =>
				(body["options"] as JsonObject[]).map((option) => optionShape(option));
			assert.deepEqual(shapes(ours), shapes(theirs));
			assert.deepEqual(Object.keys(ours), Object.keys(theirs));
		});

		it(`gives the other ${version} bodies the same shape`, async () => {
			deployment = await startSampleDeployment({ version });
			const compare = async (path: string, file: string) => {
				assert.deepEqual(shape(await get(path)), shape(fixture(`${folder}/${file}`)), path);
			};
			await compare("/buildinfo", "buildinfo.json");
			if (version === "current") {
				await compare("/", "root.json");
				await compare("/deployment/stats", "deployment-stats.json");
				await compare("/experiments", "experiments.json");
				await compare("/updatecheck", "updatecheck.json");
				await compare("/users/me/keys/tokens/tokenconfig", "tokenconfig.json");
			}
			const ssh = (await get("/deployment/ssh")) as JsonObject;
			const theirs = fixture(`${folder}/deployment-ssh.json`) as JsonObject;
			assert.deepEqual(Object.keys(ssh).sort(), Object.keys(theirs).sort());
		});
	}

	it("supports the variants", async () => {
		deployment = await startSampleDeployment({ statsState: "idle", version: "dev" });
		assert.deepEqual(
			shape(await get("/buildinfo")),
			shape(fixture("variants/buildinfo-devel.json")),
		);
		assert.deepEqual(
			shape(await get("/deployment/stats")),
			shape(fixture("variants/stats-idle.json")),
		);
		assert.deepEqual(
			shape(await get("/updatecheck")),
			shape(fixture("variants/updatecheck-disabled.json")),
		);
		deployment.setConfigOption("CODER_MAX_TOKEN_LIFETIME", 3_155_760_000_000_000_000);
		const path = "/users/me/keys/tokens/tokenconfig";
		const { member } = deployment.tokens;
		const lifetimes = [await get(path, member), await get(path)];
		assert.deepEqual(lifetimes, [
			fixture("variants/tokenconfig-default-member.json"),
			fixture("variants/tokenconfig-default-owner.json"),
		]);
	});

	it("rejects requests with the same messages", async () => {
		deployment = await startSampleDeployment({ statsState: "processing" });
		const { member, suspended } = deployment.tokens;
		const wrong = "SampleOwnr-SampleWrongNotRealTokn";
		const expected: readonly [string, string, string][] = [
			["/experiments", "", "error-401"],
			["/experiments", wrong, "error-401-invalid"],
			["/experiments", suspended, "error-401-suspended"],
			["/deployment/config", member, "error-403"],
			["/nowhere", member, "error-404-route"],
			["/users/mira/keys/tokens/tokenconfig", member, "error-404"],
			["/deployment/stats", deployment.tokens.owner, "stats-processing-400"],
		];
		for (const [path, token, file] of expected) {
			assert.deepEqual(await get(path, token), fixture(`variants/${file}.json`), file);
		}
		deployment.setFault("experiments", { kind: "status", status: 429 });
		assert.deepEqual(await get("/experiments"), fixture("variants/error-429.json"));
		deployment.setFault("experiments", { kind: "status", status: 500 });
		assert.deepEqual(shape(await get("/experiments")), shape(fixture("variants/error-500.json")));
		deployment.upgrade("old");
		assert.deepEqual(
			await get("/deployment/config", member),
			fixture("variants/error-403-before-v2.20.json"),
		);
	});
});

function fixture(path: string): JsonValue {
	return JSON.parse(readFileSync(new URL(path, fixtures), "utf8")) as JsonValue;
}

/** Sorts options by name as servers send them; the fixtures have the order of Coder's source. */
function asSent(config: JsonValue): JsonValue {
	const { options, ...rest } = config as JsonObject;
	const bytes = (option: JsonValue) => Buffer.from((option as JsonObject)["name"] as string);
	return {
		...rest,
		options: (options as JsonValue[]).toSorted((a, b) => Buffer.compare(bytes(a), bytes(b))),
	};
}

/** Sets an option as in the fixture; secrets get the value that the fixture leaks. */
function setLike(deployment: SampleDeployment, option: JsonObject): void {
	const { env, flag, value_source: source } = option;
	const key = typeof env === "string" ? env : (flag as string);
	const shown = option["value"];
	const value = isJsonObject(shown) && "Choices" in shown ? shown["Value"] : shown;
	if (source === "env" || source === "flag" || source === "yaml") {
		deployment.setConfigOption(key, value ?? "EXAMPLE-smtp-password", source);
	} else if (key === "external-auth-providers") {
		deployment.setConfigOption(key, value ?? null, null);
	}
}

/** Returns a copy that only contains whether there are descriptions. */
function undescribed(value: JsonValue): JsonValue {
	if (Array.isArray(value)) {
		return value.map(undescribed);
	}
	if (!isJsonObject(value)) {
		return value;
	}
	return Object.fromEntries(
		Object.entries(value).map(([key, part]) => [
			key,
			key === "description" ? true : undescribed(part),
		]),
	);
}

/** Returns what must be the same for an option, whatever its value is. */
function optionShape(option: JsonObject): JsonValue {
	const {
		value,
		value_source: _source,
		default: text,
		...rest
	} = undescribed(option) as JsonObject;
	const replaced = rest["use_instead"];
	return {
		...rest,
		use_instead: Array.isArray(replaced)
			? replaced.map((one) => optionShape(one as JsonObject))
			: null,
		default: text !== undefined,
		value: value === undefined ? "absent" : shallowType(value),
	};
}

/** Returns a type; unset lists and maps are lists and maps. */
function shallowType(value: JsonValue): string {
	return typeof value === "object" ? "list or map" : typeof value;
}

/** Returns types by key; a list has the shape of its first item. */
function shape(value: JsonValue): JsonValue {
	if (Array.isArray(value)) {
		return value.slice(0, 1).map(shape);
	}
	if (!isJsonObject(value)) {
		return value === null ? "null" : typeof value;
	}
	return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shape(part)]));
}
