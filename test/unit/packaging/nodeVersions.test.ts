import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

interface Locked {
	readonly engines?: { readonly node?: string };
	readonly hasInstallScript?: boolean;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const { packages } = read("package-lock.json") as {
	readonly packages: Readonly<Record<string, Locked>>;
};

/** Whether a range such as `^20.19.0 || >=22` includes the latest Node 20. */
const includesNode20 = (range: string): boolean =>
	range.split("||").some((part) => {
		const lowest = /\d+/.exec(part)?.[0];
		const exact = /[\^~]/.test(part);
		return lowest === undefined || (exact ? lowest === "20" : Number(lowest) <= 20);
	});

describe("the lock file", () => {
	it("requires no Node that is later than 20, so that npm doesn't warn", () => {
		const later = Object.entries(packages).filter(
			([, { engines }]) => !includesNode20(engines?.node ?? "*"),
		);
		assert.deepEqual(later, []);
	});

	it("has no install script that npm would have to ask about", () => {
		const { allowScripts } = read("package.json") as {
			readonly allowScripts: Readonly<Record<string, boolean>>;
		};
		const scripts = Object.entries(packages)
			.filter(([place, { hasInstallScript }]) => hasInstallScript && place !== "")
			.map(([place]) => place.replace(/^.*node_modules\//, ""));
		const unknown = scripts.filter((name) => !(name in allowScripts));
		assert.deepEqual(unknown, []);
	});
});
