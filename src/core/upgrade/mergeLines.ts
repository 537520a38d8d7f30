interface Line {
	readonly id: string;
	readonly text: string;
}

/** Combines lines about the same option or experiment, at the place of the first one. Texts aren't repeated. */
export function mergeLines<T extends Line>(lines: readonly T[]): T[] {
	const merged = new Map<string, T>();
	for (const line of lines) {
		const before = merged.get(line.id);
		merged.set(line.id, before ? { ...before, ...line, text: join(before.text, line.text) } : line);
	}
	return [...merged.values()];
}

function join(text: string, more: string): string {
	if (more.includes(text)) return more;
	return text.includes(more) ? text : `${text} ${more}`;
}
