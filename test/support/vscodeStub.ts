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
const hooks = `export const resolve = (name, context, next) =>
	name === "vscode"
		? { url: ${JSON.stringify(stubUrl)}, format: "module", shortCircuit: true }
		: next(name, context);`;

/** Puts a stub in place of `vscode` for what is imported, with `import()`, from now on. */
export function stubVscode(stub: Stub): void {
	if (!place.vscodeStub) register(`data:text/javascript,${encodeURIComponent(hooks)}`);
	place.vscodeStub = stub;
}
