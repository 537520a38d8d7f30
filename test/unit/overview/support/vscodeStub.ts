/** The part of VS Code's API that the tree and dragging use. Their appearance is tested in VS Code. */
import { Emitter } from "../../../../src/core/base/event.ts";

export class EventEmitter<T> extends Emitter<T> {}
export class TreeItem {
	readonly label: string;
	readonly collapsibleState: number;
	constructor(label: string, collapsibleState: number) {
		this.label = label;
		this.collapsibleState = collapsibleState;
	}
}
export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };
export class ThemeIcon {
	readonly id: string;
	constructor(id: string) {
		this.id = id;
	}
}
export class ThemeColor extends ThemeIcon {}
export class MarkdownString {
	readonly value: string;
	constructor(value: string) {
		this.value = value;
	}
}
export const window = {
	createStatusBarItem: () => ({
		show: () => undefined,
		hide: () => undefined,
		dispose: () => undefined,
	}),
};
export const StatusBarAlignment = { Left: 1 };
export class DataTransferItem {
	readonly value: unknown;
	constructor(value: unknown) {
		this.value = value;
	}
}
