import { register } from "node:module";

/** What modules that import `vscode` get in its place, where there is no VS Code. */
interface Stub {
	readonly window?: Readonly<Record<string, unknown>>;
	readonly commands?: Readonly<Record<string, unknown>>;
	readonly Uri?: Readonly<Record<string, unknown>>;
}

const place = globalThis as unknown as { vscodeStub?: Stub };

/** Each part is looked up when it is used: tests may put another stub in place. */
const source = `
	const part = (name) => new Proxy({}, { get: (_, key) => globalThis.vscodeStub[name]?.[key] });
	export const window = part("window");
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
 * Puts a stub in place of `vscode` for what src/ui/app is imported for, with `import()`, from now on;
 * what shows messages gets the stub of its own tests.
 */
export function stubVscode(stub: Stub): void {
	if (!place.vscodeStub) register(`data:text/javascript,${encodeURIComponent(hooks)}`);
	place.vscodeStub = stub;
}
