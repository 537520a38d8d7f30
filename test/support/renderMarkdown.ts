import { createRequire } from "node:module";

interface Token {
	readonly type: string;
	readonly content: string;
	readonly children: readonly Token[] | null;
	attrGet(name: string): string | null;
}

interface Renderer {
	readonly linkify: {
		set(options: object): void;
		add(schema: string, definition: null): void;
	};
	/** Decides which addresses can be links; the default excludes dangerous schemes. */
	validateLink: (url: string) => boolean;
	normalizeLink: (url: string) => string;
	parse(text: string, env: object): Token[];
}

/** A dependency of `@vscode/vsce`, without types. */
const markdownIt = createRequire(import.meta.url)("markdown-it") as (options: object) => Renderer;

/** The result of rendering Markdown. */
export interface RenderedMarkdown {
	/** The visible text, in order. */
	readonly text: string;
	readonly links: readonly string[];
	readonly images: number;
	/** The types of all blocks and spans, such as `bullet_list_open`. */
	readonly types: ReadonlySet<string>;
}

/** Renders a text as Markdown with HTML, tables, and links for bare addresses, more than any editor supports. */
export function renderMarkdown(markdown: string): RenderedMarkdown {
	const renderer = markdownIt({ html: true, linkify: true });
	renderer.linkify.set({ fuzzyLink: false });
	// No editor turns an address without a scheme into a link.
	renderer.linkify.add("//", null);
	renderer.validateLink = () => true;
	renderer.normalizeLink = (url) => url;
	const tokens = renderer
		.parse(markdown, {})
		.flatMap((token) => [token, ...(token.children ?? [])]);
	return {
		text: tokens
			.filter(({ type }) => ["text", "code_inline", "text_special"].includes(type))
			.map(({ content }) => content)
			.join(""),
		links: tokens.flatMap((token) =>
			token.type === "link_open" ? (token.attrGet("href") ?? "") : [],
		),
		images: tokens.filter(({ type }) => type === "image").length,
		types: new Set(tokens.map(({ type }) => type)),
	};
}
