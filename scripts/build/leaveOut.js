// Removes the parts of axios that this extension never uses. If included, they would be a third of all JavaScript.
/** @import { Plugin } from "esbuild" */

/** The ends of the paths of removed files. The reason for each is a setting in `src/core/http/axiosTransport.ts`. */
const parts = [
	// No forms: bodies are text.
	"/node_modules/form-data/",
	"/axios/lib/helpers/toFormData.js",
	"/axios/lib/helpers/formDataToStream.js",
	// Redirects aren't followed: `maxRedirects`.
	"/node_modules/follow-redirects/",
	// VS Code or `src/core/http` handles proxies: `proxy`.
	"/node_modules/proxy-from-env/",
	"/node_modules/https-proxy-agent/",
	"/axios/lib/helpers/shouldBypassProxy.js",
	// Only http and https, through Node's own modules and without progress: `transport`.
	"/axios/lib/helpers/AxiosTransformStream.js",
	"/axios/lib/helpers/Http2Sessions.js",
	"/axios/lib/helpers/fromDataURI.js",
	"/axios/lib/helpers/estimateDataURLDecodedBytes.js",
];

/**
 * Replaces all of them. A class, because axios instantiates one when it is loaded. Calling it throws, so that nothing
 * fails silently.
 */
const stub = `
	export default class NotShipped {}
	export {
		NotShipped as estimateDataURLBufferAllocation,
		NotShipped as getProxyForUrl,
	};
`;

/** The plugin. A build fails if it doesn't encounter all parts, so that the list remains correct when axios changes. */
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
			return { errors: missing.map((part) => ({ text: `${part} is no longer part of axios` })) };
		});
	},
});
