/**
 * axios's http adapter, which it exports for itself, but without types. Alone it is two thirds of axios smaller: what
 * is left out are instances, interceptors, defaults and the adapters for browsers.
 */
declare module "axios/lib/adapters/http.js" {
	import type { AxiosRequestConfig, AxiosResponse } from "axios";

	/** Makes the request; rejects with axios's error or that of `transport`. */
	export default function sendHttp(config: AxiosRequestConfig): Promise<AxiosResponse<string>>;
}
