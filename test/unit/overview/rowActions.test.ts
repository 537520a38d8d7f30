import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";

interface Entry {
	readonly command: string;
	readonly when: string;
	readonly group: string;
}

interface Manifest {
	readonly contributes: {
		readonly menus: { readonly "view/item/context": readonly Entry[] };
		readonly keybindings: readonly Readonly<Record<string, string>>[];
	};
}

const root = path.resolve(import.meta.dirname, "../../..");
const { contributes } = JSON.parse(
	readFileSync(path.join(root, "package.json"), "utf8"),
) as Manifest;

/** Returns the commands that a row with these words in its context value offers. */
function offered(words: string, inline: boolean): string[] {
	return contributes.menus["view/item/context"]
		.filter(({ group }) => group.startsWith("inline") === inline)
		.filter(({ when }) => {
			const pattern = /viewItem =~ \/(.+?)\/(?= |$)/.exec(when)?.[1];
			return pattern !== undefined && new RegExp(pattern).test(words);
		})
		.map(({ command }) => command.replace("coderDeployment.", ""));
}

describe("a row's actions", () => {
	it("open, compare, and export a configuration from its section", () => {
		for (const inline of [true, false]) {
			const actions = offered("refreshes configuration", inline);
			for (const action of ["openConfiguration", "compareConfiguration", "exportConfiguration"]) {
				assert.ok(actions.includes(action), `${action} of ${actions.join()}`);
			}
		}
	});

	it("preview an upgrade from the deployment and from its updates", () => {
		for (const words of ["deployment copy open", "refreshes updates"])
			assert.ok(offered(words, false).includes("previewUpgrade"), words);
	});

	it("delete nothing with a single click", () => {
		assert.deepEqual(offered("history", true), ["compareConfiguration"]);
		assert.ok(offered("history", false).includes("clearHistory"));
	});

	it("activate only inactive deployments, and copy the URL under that name", () => {
		const inactive = offered("deployment copy open inactive", false);
		assert.ok(inactive.includes("makeActive"));
		assert.ok(inactive.includes("copyUrl"));
		assert.ok(!inactive.includes("copyValue"));
		assert.ok(!inactive.includes("switchDeployment"));
		assert.ok(!offered("deployment copy open", false).includes("makeActive"));
		assert.ok(offered("copy", false).includes("copyValue"));
	});

	it("mute a finding, and unmute a muted one", () => {
		assert.ok(offered("copy open finding", true).includes("muteFinding"));
		assert.deepEqual(
			offered("copy open mutedFinding", true).filter((action) => action.includes("mute")),
			["unmuteFinding"],
		);
	});

	it("include copying by keyboard, only while the view has the focus", () => {
		const [copy] = contributes.keybindings;
		assert.equal(copy?.command, "coderDeployment.copyValue");
		assert.equal(copy.key, "ctrl+c");
		assert.equal(copy.mac, "cmd+c");
		assert.match(copy.when ?? "", /focusedView == coderDeployment\.overview && listFocus/);
	});
});
