import { register } from "node:module";

/** What modules that import `vscode` get instead, outside VS Code. */
interface Stub {
	readonly window?: Readonly<Record<string, unknown>>;
	readonly workspace?: Readonly<Record<string, unknown>>;
	readonly commands?: Readonly<Record<string, unknown>>;
	readonly Uri?: Readonly<Record<string, unknown>>;
}

const place = globalThis as unknown as { vscodeStub?: Stub };

/** Each part is looked up on use, so that tests can replace the stub. */
const source = `
	const part = (name) => new Proxy({}, { get: (_, key) => globalThis.vscodeStub[name]?.[key] });
	export const window = part("window");
	export const workspace = part("workspace");
	export const commands = part("commands");
	export const Uri = part("Uri");
`;
const stubUrl = `data:text/javascript,${encodeURIComponent(source)}`;
const messagesStub = new URL("../unit/messages/support/vscodeStub.ts", import.meta.url).href;
const hooks = `export const resolve = (name, context, next) => {
	const parent = context.parentURL ?? "";
	if (name !== "vscode") return next(name, context);
	if (parent.includes("/src/ui/messages/")) return next(${JSON.stringify(messagesStub)}, context);
	if (!/\\/src\\/ui\\/app\\//.test(parent)) return next(name, context);
	return { url: ${JSON.stringify(stubUrl)}, format: "module", shortCircuit: true };
};`;

/**
 * Replaces `vscode` with a stub for subsequent `import()`s of src/ui/app; modules that show messages get the stub of
 * their own tests.
 */
export function stubVscode(stub: Stub): void {
	if (!place.vscodeStub) register(`data:text/javascript,${encodeURIComponent(hooks)}`);
	place.vscodeStub = stub;
}
