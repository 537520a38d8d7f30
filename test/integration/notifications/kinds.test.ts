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

describe("notification kinds", () => {
	const { kinds } = openOffice().open();

	it("match the settings in package.json and their defaults", () => {
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

	it("have unique names, under which shown notifications are recorded", () => {
		const ids = kinds.map(({ id }) => id);
		assert.equal(new Set(ids).size, ids.length);
		// What was reported under these names isn't reported again.
		for (const id of ["sessionEnded", "updateAvailable", "configurationChanged", "latency"])
			assert.ok(ids.includes(id), id);
	});

	it("are ordered by importance", () => {
		assert.equal(kinds[0]?.id, "sessionEnded");
		assert.equal(kinds.at(-1)?.id, "updateAvailable");
	});
});
