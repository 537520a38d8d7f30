import { Deployments } from "../../../../src/core/deployments/deployments.ts";
import { bench, knownAt } from "../../../support/bench.ts";
import { openMemory, openSecrets } from "../../../support/memories.ts";

/** Creates deployments over real sockets, signed in to in this order. */
export async function deploymentsAt(
	...places: readonly { readonly url: string; readonly token: string; readonly name?: string }[]
): Promise<Deployments> {
	const deployments = new Deployments(openMemory(), openSecrets(), (saved) => {
		const token = places.find(({ url }) => url === saved.url)?.token;
		const { store } = bench(saved.url, { token });
		store.saved = saved;
		return store;
	});
	for (const { url, token, name } of places) {
		await deployments.signIn({ ...knownAt(url), ...(name !== undefined && { name }) }, token);
	}
	return deployments;
}
