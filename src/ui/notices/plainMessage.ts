/**
 * A text that VS Code shows as it stands. In messages it makes links of `[text](target)`, also ones that run commands;
 * names and sentences that a server sent must not.
 */
export function plainMessage(text: string): string {
	return text.replaceAll("](", "]\u200B(");
}
