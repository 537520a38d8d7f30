/** Text that Markdown shows as it is, also inside a table's cell. */
export function escapeMarkdown(text: string): string {
	return text.replace(/[\\`*_{}[\]()<>#+!|~$]/g, "\\$&").replace(/\s*\n\s*/g, " ");
}
