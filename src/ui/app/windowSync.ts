import * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { endedSession } from "../../core/deployments/condition.ts";
import { deploymentOfSecret } from "../../core/deployments/sessionSecret.ts";

/** How long, in ms, to wait for the list of deployments, which reaches other windows later than the token. */
const settleMs = 300;
/** After this time, in ms, a concurrent write by another window has arrived. */
const lostMs = 2000;

/** Synchronizes this window with the others: signing in or out in one window signs in or out everywhere. */
export function registerWindowSync(
	deployments: Deployments,
	secrets: vscode.SecretStorage,
): Disposable {
	const store = new DisposableStore();
	let lost: ReturnType<typeof setTimeout> | undefined;
	const pending = new Map<string, ReturnType<typeof setTimeout>>();
	const restore = (): void => {
		// If the secret storage fails, that is reported where the token is needed.
		deployments.restoreLost().catch(() => undefined);
	};
	const takeOver = (key: string): void => {
		pending.delete(key);
		const before = deployments.find(key);
		deployments.sync();
		// The same account has a new token, so whatever was refused to the old one can be requested again.
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
