/** StrykerJS loads this plugin: it leaves out sentences for users, whose wording tests needn't repeat. */
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** The parts of Babel's path that are used here; StrykerJS doesn't describe it. */
interface BabelPath {
	readonly node: { readonly type: string };
	readonly key: string | number | null;
	readonly parent?: {
		readonly type: string;
		readonly callee?: { readonly type: string; readonly name?: string };
	};
}

export const strykerPlugins = [
	declareValuePlugin(PluginKind.Ignore, "sentences", {
		shouldIgnore: (path) => {
			const { node, key, parent } = path as unknown as BabelPath;
			const isText = node.type === "StringLiteral" || node.type === "TemplateLiteral";
			const isSentence = parent?.callee?.name === "t" && key === 0;
			return isText && isSentence ? "the wording of a sentence" : undefined;
		},
	}),
];
