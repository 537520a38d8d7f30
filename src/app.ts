import type { Front } from "./ui/app/front.ts";
import { registerApp } from "./ui/app/register.ts";
import { createServices, type Services } from "./ui/app/services.ts";
import { registerCommands } from "./ui/commands/register.ts";
import { registerComparison } from "./ui/comparison/register.ts";
import { registerConfiguration } from "./ui/configuration/register.ts";
import { registerExport } from "./ui/export/register.ts";
import { registerFiles } from "./ui/files/register.ts";
import { registerFindings } from "./ui/findings/register.ts";
import { registerHealth } from "./ui/health/register.ts";
import { registerHistory } from "./ui/history/register.ts";
import { registerLicense } from "./ui/license/register.ts";
import { registerNotifications } from "./ui/notifications/register.ts";
import { registerOverview } from "./ui/overview/register.ts";
import { registerSignIn } from "./ui/signIn/register.ts";
import { registerStatistics } from "./ui/statistics/register.ts";
import { registerUpgrade } from "./ui/upgrade/register.ts";
import { registerVariableUpdates } from "./ui/variables/register.ts";

/**
 * Every feature adds its commands, sections, documents, and so on. The order determines the order of sections and of
 * what requires attention.
 */
const features: readonly ((services: Services) => void)[] = [
	registerApp,
	registerSignIn,
	registerHealth,
	registerLicense,
	registerNotifications,
	registerFindings,
	registerHistory,
	registerStatistics,
	registerComparison,
	registerConfiguration,
	registerExport,
	registerUpgrade,
	registerCommands,
	registerVariableUpdates,
	registerFiles,
	registerOverview,
];

/** Starts everything behind the front. Sends no requests before it returns. */
export function startApp(front: Front): Services {
	const services = createServices(front);
	front.context.subscriptions.push(services.subscriptions);
	for (const register of features) register(services);
	return services;
}
