import * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { endedSession } from "../../core/deployments/condition.ts";
import { deploymentOfSecret } from "../../core/deployments/sessionSecret.ts";

/** The list of deployments reaches the other windows a moment after the token does, in ms. */
const settleMs = 300;
/** After this time, in ms, what another window wrote at the same moment has arrived. */
const lostMs = 2000;

/** Keeps this window in step with the others: who signs in or out elsewhere is signed in or out here. */
export function registerWindowSync(
	deployments: Deployments,
	secrets: vscode.SecretStorage,
): Disposable {
	const store = new DisposableStore();
	let lost: ReturnType<typeof setTimeout> | undefined;
	const pending = new Map<string, ReturnType<typeof setTimeout>>();
	const restore = (): void => {
		// A secret storage that does not answer is told where its token is needed.
		deployments.restoreLost().catch(() => undefined);
	};
	const takeOver = (key: string): void => {
		pending.delete(key);
		const before = deployments.find(key);
		deployments.sync();
		// The same account with a new token: what the old one was refused may be asked again.
		if (before && before === deployments.find(key) && endedSession(before.snapshot)) {
			void before.refresh();
		}
	};
	store.add(
		secrets.onDidChange((event) => {
			const key = deploymentOfSecret(event.key);
			if (key === undefined) return;
			clearTimeout(pending.get(key));
			pending.set(key, setTimeout(takeOver, settleMs, key));
			clearTimeout(lost);
			lost = setTimeout(restore, lostMs);
		}),
	);
	store.add(
		vscode.window.onDidChangeWindowState(({ focused }) => {
			if (!focused) return;
			deployments.sync();
			restore();
		}),
	);
	store.add({
		dispose: () => {
			pending.forEach(clearTimeout);
			clearTimeout(lost);
		},
	});
	return store;
}
