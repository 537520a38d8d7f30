import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** Folders that a layer must never import. The reason is printed with the error. */
const forbid = (...patterns) => ({
	"no-restricted-imports": ["error", { patterns }],
});
const noVscode = { group: ["vscode"], message: "This layer runs without VS Code." };
const noUi = {
	group: ["**/ui/**", "**/extension.ts", "**/app.ts"],
	message: "Dependencies point from ui to core, never back.",
};
const noWebview = {
	group: ["**/webview/**"],
	message: "The webview is its own program; talk to it through src/protocol.",
};
const onlyMemory = {
	group: [
		"node:http",
		"node:https",
		"node:net",
		"node:tls",
		"node:child_process",
		"node:worker_threads",
	],
	message: "Tests with sockets, processes, or files of their own are in test/integration.",
};
/** A busy machine makes any duration longer. Growth is measured in `test/load`, with repetitions. */
const noClock = {
	"no-restricted-properties": [
		"error",
		...[
			["performance", "now"],
			["process", "cpuUsage"],
			["process", "hrtime"],
		].map(([object, property]) => ({
			object,
			property,
			message: "Durations and growth are measured in test/load.",
		})),
	],
};
/** VS Code converts parts of these texts to links and icons. Only `ui/messages` makes texts safe for them. */
const shownByMessages =
	"/^(show(Information|Warning|Error)Message|withProgress|createInputBox|createQuickPick|showInputBox|showQuickPick|setStatusBarMessage)$/";
const noMessages = [
	`MemberExpression[property.name=${shownByMessages}]`,
	`MemberExpression[property.value=${shownByMessages}]`,
	`ObjectPattern > Property[key.name=${shownByMessages}]`,
	`ObjectPattern > Property[key.value=${shownByMessages}]`,
].map((selector) => ({
	selector,
	message: "Use src/ui/messages, which keeps texts free of links.",
}));
/** Formats that text from a server could break. Each is created by a single helper. */
const noMarkdown = [
	{
		selector: "TemplateElement[value.raw=/\\]\\(/], Literal[value=/\\]\\(/]",
		message: "Make links with src/core/base/markdown.ts, which keeps texts out of their syntax.",
	},
	{
		selector:
			"NewExpression[callee.property.name='MarkdownString'], MemberExpression[property.name=/^(supportHtml|supportThemeIcons|appendMarkdown)$/], MemberExpression[property.name='isTrusted'][object.property.name!='workspace']",
		message: "Make hovers with src/ui/messages/hoverText.ts.",
	},
];
const noNode = { group: ["node:*"], message: "This layer runs in a browser." };

export default tseslint.config(
	{ ignores: ["dist/", "out/", ".cache/", ".vscode-test/", "node_modules/"] },
	js.configs.recommended,
	...tseslint.configs.strictTypeChecked,
	{
		languageOptions: {
			parserOptions: {
				project: ["./tsconfig.json", "./src/webview/tsconfig.json", "./test/tsconfig.json"],
				tsconfigRootDir: import.meta.dirname,
			},
		},
		linterOptions: { reportUnusedDisableDirectives: "error" },
		rules: {
			"@typescript-eslint/consistent-type-imports": "error",
			"@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
			"@typescript-eslint/switch-exhaustiveness-check": [
				"error",
				{ considerDefaultExhaustiveForUnions: true },
			],
			"@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
			"no-console": "error",
			"no-restricted-properties": [
				"error",
				{
					object: "URL",
					property: "canParse",
					message: "Use canParse of src/core/base/url.ts: Node 20 is wrong about some URLs.",
				},
			],
			eqeqeq: "error",
		},
	},
	{ files: ["src/core/**"], rules: forbid(noVscode, noUi, noWebview) },
	{ files: ["src/protocol/**"], rules: forbid(noVscode, noUi, noWebview, noNode) },
	{ files: ["src/ui/**"], rules: forbid(noWebview) },
	{
		files: ["src/core/**", "src/protocol/**"],
		ignores: ["src/core/base/markdown.ts", "src/core/base/messageText.ts"],
		rules: { "no-restricted-syntax": ["error", ...noMarkdown] },
	},
	{
		files: ["src/extension.ts", "src/app.ts", "src/ui/**"],
		ignores: ["src/ui/messages/**"],
		rules: { "no-restricted-syntax": ["error", ...noMessages, ...noMarkdown] },
	},
	{ files: ["src/webview/**"], rules: forbid(noVscode, noUi, noNode) },
	{ files: ["test/unit/**"], rules: { ...forbid(onlyMemory), ...noClock } },
	{
		files: ["test/**", "scripts/**"],
		rules: {
			"no-console": "off",
			"@typescript-eslint/no-non-null-assertion": "off",
		},
	},
	{
		files: ["*.js", "scripts/**/*.js", "test/**/*.cjs"],
		extends: [tseslint.configs.disableTypeChecked],
		languageOptions: {
			globals: { process: "readonly", console: "readonly", performance: "readonly" },
		},
		rules: { "no-console": "off" },
	},
	{
		files: ["test/**/*.cjs"],
		languageOptions: {
			sourceType: "commonjs",
			globals: { setInterval: "readonly", clearInterval: "readonly" },
		},
		rules: { "@typescript-eslint/no-require-imports": "off" },
	},
);
