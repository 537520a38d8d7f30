import { DisposableStore, Emitter, type Disposable } from "../../core/base/event.ts";
import { surfaces } from "../../core/deployments/surfaces.ts";
import { needsOf } from "../../core/deployments/attention.ts";
import { DeploymentCache } from "../../core/deployments/deploymentCache.ts";
import type { OutlineNode } from "../../core/overview/node.ts";
import { outline } from "../../core/overview/outline.ts";
import { rowId } from "../../core/overview/rowIds.ts";
import { isSeatName } from "../../core/license/seats.ts";
import { seatGrowth } from "../../core/statistics/seatSamples.ts";
import { trendOf } from "../../core/statistics/trend.ts";
import type { Services } from "../app/services.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { revealIn } from "../app/reveal.ts";
import { registerBadge } from "./badge.ts";
import { OpenDeployments } from "./openDeployments.ts";
import { registerStatusBar } from "./statusBar.ts";
import { OverviewTree } from "./tree.ts";
import { updateWelcome } from "./welcome.ts";

/** The delay, in ms, after which slots that arrive together are redrawn together. */
const settleMs = 20;

/** Registers the tree, the view's badge, and the status bar item, and keeps them up to date. */
export function registerOverview(services: Services): void {
	const {
		attention,
		commands,
		deployments,
		front,
		muting,
		network,
		samples,
		sections,
		subscriptions,
	} = services;
	const { view } = front;
	const cache = new DeploymentCache<OutlineNode>();
	const tree = subscriptions.add(
		new OverviewTree(
			({ node: { trend }, owner }) =>
				owner === undefined || trend === undefined
					? undefined
					: isSeatName(trend)
						? seatGrowth(samples.seats(owner), trend, Date.now())
						: trendOf(samples.recent(owner), trend, Date.now()),
			() =>
				outline(
					deployments.listed,
					deployments.active,
					Date.now(),
					{
						more: sections.list,
						insecureBecause: (url) => network.insecureBecause(url),
						mutedUpdates: (key) => muting.muted(key),
						needs: (deployment) => needsOf(deployment, attention.list, Date.now()),
					},
					cache,
				),
		),
	);
	const show = (): void => {
		updateWelcome(deployments, view);
		tree.update();
	};
	let pending: ReturnType<typeof setTimeout> | undefined;
	const update = (): void => {
		pending ??= setTimeout(() => {
			pending = undefined;
			show();
		}, settleMs);
	};
	updateWelcome(deployments, view);
	subscriptions.add(view.onDidChangeVisibility(update));
	const updateAll = (): void => {
		cache.drop();
		update();
	};
	for (const changing of [deployments, network, muting]) {
		subscriptions.add(changing.onDidChange(updateAll));
	}
	for (const changing of [sections, attention]) {
		subscriptions.add(
			changing.onDidChange((key) => {
				cache.drop(key === undefined ? undefined : deployments.find(key));
				update();
			}),
		);
	}
	subscriptions.add(deployments.onDidChangeDeployment(update));
	subscriptions.add({
		dispose: () => {
			clearTimeout(pending);
		},
	});
	commands.onDeployment(commandIds.revealSection, async ({ saved }, _row, section) => {
		if (typeof section === "string") await revealIn(front)(rowId(saved.key, section));
	});
	subscriptions.add(watchView(services, tree));
	subscriptions.add(registerBadge(services));
	subscriptions.add(registerStatusBar(services));
	front.rows.attach(tree);
}

/** Registers what the view shows with the watchers. */
function watchView({ deployments, front, watchers }: Services, tree: OverviewTree): Disposable {
	const { view } = front;
	const store = new DisposableStore();
	const open = store.add(new OpenDeployments(view, tree));
	const changed = store.add(new Emitter<void>());
	for (const event of [view.onDidChangeVisibility, open.onDidChange]) {
		store.add(
			event(() => {
				changed.fire();
			}),
		);
	}
	store.add(
		watchers.add(
			() =>
				(view.visible ? deployments.list : []).map((deployment) => ({
					deployment,
					...surfaces[open.has(deployment.saved.key) ? "overview" : "closedDeployment"],
				})),
			changed.event,
		),
	);
	return store;
}
