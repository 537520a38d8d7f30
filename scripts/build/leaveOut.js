// Removes the parts of libraries that this extension never uses. If included, those of axios would be a third of all
// JavaScript.
import { readFile } from "node:fs/promises";
/** @import { Plugin } from "esbuild" */

const yaml = "/yaml/browser/dist";

/**
 * The ends of the paths of removed files, and their named exports. The reason for each part of axios is a setting in
 * `src/core/http/axiosTransport.ts`, for each part of `yaml` a setting in `src/core/comparison/yamlDocument.ts`.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const parts = {
	// No forms: bodies are text.
	"/node_modules/form-data/": [],
	"/axios/lib/helpers/formDataToStream.js": [],
	"/axios/lib/helpers/readBlob.js": [],
	"/axios/lib/core/setFormDataHeaders.js": [],
	// Redirects aren't followed: `maxRedirects`.
	"/node_modules/follow-redirects/": [],
	// VS Code or `src/core/http` handles proxies: `proxy`.
	"/node_modules/proxy-from-env/": ["getProxyForUrl"],
	"/node_modules/https-proxy-agent/": [],
	"/axios/lib/helpers/shouldBypassProxy.js": [],
	// Only http and https, through Node's own modules and without progress: `transport`.
	"/axios/lib/helpers/AxiosTransformStream.js": [],
	"/axios/lib/helpers/progressEventReducer.js": [
		"asyncDecorator",
		"progressEventDecorator",
		"progressEventReducer",
	],
	"/axios/lib/helpers/Http2Sessions.js": [],
	"/axios/lib/helpers/fromDataURI.js": [],
	"/axios/lib/helpers/estimateDataURLDecodedBytes.js": ["estimateDataURLBufferAllocation"],
	// Requests have no `params` or `lookup`.
	"/axios/lib/helpers/AxiosURLSearchParams.js": [],
	"/axios/lib/helpers/callbackify.js": [],
	// Documents are read, not created, changed, or written.
	[`${yaml}/doc/applyReviver.js`]: ["applyReviver"],
	[`${yaml}/doc/createNode.js`]: ["createNode"],
	[`${yaml}/nodes/addPairToJSMap.js`]: ["addPairToJSMap"],
	[`${yaml}/nodes/toJS.js`]: ["toJS"],
	[`${yaml}/stringify/stringifyCollection.js`]: ["stringifyCollection"],
	[`${yaml}/stringify/stringifyDocument.js`]: ["stringifyDocument"],
	[`${yaml}/stringify/stringifyNumber.js`]: ["stringifyNumber"],
	[`${yaml}/stringify/stringifyPair.js`]: ["stringifyPair"],
	[`${yaml}/stringify/stringifyString.js`]: ["stringifyString"],
	// The same types in every file: `schema`, `resolveKnownTags`.
	[`${yaml}/schema/json/schema.js`]: ["schema"],
	[`${yaml}/schema/yaml-1.1/binary.js`]: ["binary"],
	[`${yaml}/schema/yaml-1.1/omap.js`]: ["omap"],
	[`${yaml}/schema/yaml-1.1/pairs.js`]: ["pairs"],
	[`${yaml}/schema/yaml-1.1/schema.js`]: ["schema"],
	[`${yaml}/schema/yaml-1.1/set.js`]: ["set"],
	[`${yaml}/schema/yaml-1.1/timestamp.js`]: ["floatTime", "intTime", "timestamp"],
};

/**
 * Returns the code that replaces a file. Its exports are a class, because axios instantiates one when it is loaded.
 * Calling it throws, so that nothing fails silently.
 *
 * @param {readonly string[]} names
 */
function stub(names) {
	const exports = names.map((name) => `NotShipped as ${name}`);
	return `export default class NotShipped {}; export { ${exports.join(", ")} };`;
}

/** The plugin. A build fails if it doesn't encounter all parts, so that the list remains correct when axios changes. */
export const leaveOut = /** @type {Plugin} */ ({
	name: "leaveOut",
	setup(build) {
		/** @type {Set<string>} */
		const met = new Set();
		build.onLoad({ filter: /[\\/]node_modules[\\/]/ }, ({ path }) => {
			const name = path.replaceAll("\\", "/");
			const part = Object.entries(parts).find(([end]) =>
				end.endsWith("/") ? name.includes(end) : name.endsWith(end),
			);
			if (part === undefined) return undefined;
			const [end, names] = part;
			met.add(end);
			return { contents: stub(names) };
		});
		build.onEnd(({ errors }) => {
			if (errors.length > 0) return undefined;
			const missing = Object.keys(parts).filter((part) => !met.has(part));
			return {
				errors: missing.map((part) => ({ text: `No library includes ${part} any longer` })),
			};
		});
	},
});

/** The functions of uPlot for its users, after the constructor. All but one are unused, as are most kinds of plots. */
const unused = /^uPlot\.assign = assign;$.*^(?=export \{)/ms;

/** Removes the unused functions of uPlot, which esbuild can't leave out, because they are assigned to its constructor. */
export const leaveOutOfPlots = /** @type {Plugin} */ ({
	name: "leaveOutOfPlots",
	setup(build) {
		build.onLoad({ filter: /[\\/]uPlot\.esm\.js$/ }, async ({ path }) => {
			const text = await readFile(path, "utf8");
			if (!unused.test(text)) throw new Error("uPlot has changed.");
			return { contents: text.replace(unused, "uPlot.tzDate = tzDate;\n") };
		});
	},
});
