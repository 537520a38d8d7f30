import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { openOffice } from "./support/office.ts";

interface Manifest {
	readonly contributes: {
		readonly configuration: {
			readonly properties: Readonly<Record<string, { readonly default?: unknown }>>;
		};
	};
}

const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const declared = contributes.configuration.properties;

describe("the kinds of notifications", () => {
	const { kinds } = openOffice().open();

	it("have the settings of package.json with their defaults, and package.json has no others", () => {
		const settings = kinds.flatMap(({ setting }) => (setting ? [setting] : []));
		for (const { name, default: usual } of settings) {
			assert.ok(`coderDeployment.${name}` in declared, name);
			assert.equal(declared[`coderDeployment.${name}`]?.default, usual, name);
		}
		const names = new Set(settings.map(({ name }) => `coderDeployment.${name}`));
		const others = Object.keys(declared).filter(
			(name) => /\.(notifications\.|updateNotification$)/.test(name) && !names.has(name),
		);
		assert.deepEqual(others, []);
	});

	it("have names of their own, under which it's remembered what was told", () => {
		const ids = kinds.map(({ id }) => id);
		assert.equal(new Set(ids).size, ids.length);
		// What was told under these names isn't told again.
		for (const id of ["sessionEnded", "updateAvailable", "configurationChanged", "latency"])
			assert.ok(ids.includes(id), id);
	});

	it("begin with what matters most, and end with what can wait", () => {
		assert.equal(kinds[0]?.id, "sessionEnded");
		assert.equal(kinds.at(-1)?.id, "updateAvailable");
	});
});
