import { t } from "../../core/base/l10n.ts";
import type { Notification } from "../../core/notifications/notification.ts";
import { showInformation, showWarning } from "../messages/messages.ts";
import { askQuickPick } from "../messages/quickPick.ts";

/** Runs the action of a notification's button. */
export type Act = (
	notification: Notification,
	button: Notification["buttons"][number],
) => Promise<void>;

/** Shows one message: the notification, or the first of several with a button for all of them. */
export async function showNotifications(
	[first, ...rest]: readonly [Notification, ...Notification[]],
	act: Act,
): Promise<void> {
	if (rest.length === 0) {
		await showNotification(first, act);
		return;
	}
	const all = t("Show All ({0})", rest.length + 1);
	const [button] = first.buttons;
	const answer = await showMessage(first, [...(button ? [button.title] : []), all]);
	if (answer === all) await pickNotification([first, ...rest], act);
	else if (answer !== undefined && button) await act(first, button);
}

/** Asks which of several notifications to show with its own buttons. */
async function pickNotification(notifications: readonly Notification[], act: Act): Promise<void> {
	const picked = await askQuickPick(
		notifications.map((notification) => ({
			icon: notification.severity === "warning" ? "warning" : "info",
			label: notification.message(),
			notification,
		})),
		{ title: t("Notifications"), placeholder: t("Select a notification to see what you can do") },
	);
	if (picked) await showNotification(picked.notification, act);
}

async function showNotification(notification: Notification, act: Act): Promise<void> {
	const { buttons } = notification;
	const answer = await showMessage(
		notification,
		buttons.map(({ title }) => title),
	);
	const pressed = buttons.find(({ title }) => title === answer);
	if (pressed) await act(notification, pressed);
}

function showMessage(
	{ message, severity }: Notification,
	buttons: readonly string[],
): Promise<string | undefined> {
	return severity === "warning"
		? showWarning(message(), ...buttons)
		: showInformation(message(), ...buttons);
}
