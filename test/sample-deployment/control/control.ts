import { Listener } from "../listener.ts";
import type { SampleDeployment } from "../sampleDeployment.ts";
import type { SampleState } from "../state.ts";
import { controlRoutes, type ControlCall } from "./controlRoutes.ts";

/** The running server for control routes. */
export interface Control {
	readonly url: string;
	close(): Promise<void>;
}

/**
 * Serves the control routes over plain HTTP on their own port, so that they work while the deployment is stopped and
 * during faults.
 */
export async function startControl(
	deployment: SampleDeployment,
	state: SampleState,
	port: number,
): Promise<Control> {
	const listener = new Listener((request, response) => {
		const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://control");
		const route = `${request.method ?? "GET"} ${pathname}`;
		void answer(route, { deployment, state, query }).then(([status, text]) => {
			response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
			response.end(`${text}\n`);
		});
	}, port);
	await listener.start();
	return {
		url: `http://127.0.0.1:${listener.port}/__sample`,
		close: () => listener.stop(),
	};
}

/** Returns one line for each control route. */
export function controlHelp(): string {
	return controlRoutes
		.map(({ method, path, help = "" }) => `${method.padEnd(6)} /__sample${path}${help}`)
		.join("\n");
}

/** Returns status and text of the response to a call. */
async function answer(key: string, call: ControlCall): Promise<[number, string]> {
	const route = controlRoutes.find(({ method, path }) => `${method} /__sample${path}` === key);
	if (!route) {
		return [404, controlHelp()];
	}
	try {
		const result: unknown = await route.run(call);
		return [200, result === undefined ? "done" : JSON.stringify(result, undefined, 2)];
	} catch (error) {
		return [400, error instanceof Error ? error.message : String(error)];
	}
}
