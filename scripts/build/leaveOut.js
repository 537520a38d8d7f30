// Leaves out the parts of axios that this extension never reaches: a third of all JavaScript, if they were shipped.
/** @import { Plugin } from "esbuild" */

/** Ends of the paths of what is left out; the reason behind each is a setting in `src/core/http/axiosTransport.ts`. */
const parts = [
	// No forms: bodies are texts.
	"/node_modules/form-data/",
	"/axios/lib/helpers/toFormData.js",
	"/axios/lib/helpers/formDataToStream.js",
	// Redirects are not followed: `maxRedirects`.
	"/node_modules/follow-redirects/",
	// Proxies are VS Code's business or that of `src/core/http`: `proxy`.
	"/node_modules/proxy-from-env/",
	"/node_modules/https-proxy-agent/",
	"/axios/lib/helpers/shouldBypassProxy.js",
	// Only http and https, by Node's own modules and without progress: `transport`.
	"/axios/lib/helpers/AxiosTransformStream.js",
	"/axios/lib/helpers/Http2Sessions.js",
	"/axios/lib/helpers/fromDataURI.js",
	"/axios/lib/helpers/estimateDataURLDecodedBytes.js",
];

/** Stands for all of them. A class, since axios makes one at load; calling it throws, so nothing is silently wrong. */
const stub = `
	export default class NotShipped {}
	export {
		NotShipped as estimateDataURLBufferAllocation,
		NotShipped as getProxyForUrl,
	};
`;

/** The plugin. It fails a build in which a part is not met, so that the list stays true when axios changes. */
export const leaveOut = /** @type {Plugin} */ ({
	name: "leaveOut",
	setup(build) {
		/** @type {Set<string>} */
		const met = new Set();
		build.onLoad({ filter: /[\\/]node_modules[\\/]/ }, ({ path }) => {
			const name = path.replaceAll("\\", "/");
			const part = parts.find((end) =>
				end.endsWith("/") ? name.includes(end) : name.endsWith(end),
			);
			if (part === undefined) return undefined;
			met.add(part);
			return { contents: stub };
		});
		build.onEnd(({ errors }) => {
			if (errors.length > 0) return undefined;
			const missing = parts.filter((part) => !met.has(part));
			return { errors: missing.map((part) => ({ text: `${part} is not part of axios any more` })) };
		});
	},
});
