// Replaces the native module that ends an extension host whose server has died. Instead, the entire process group is
// killed. Plain JavaScript, because it is copied into VS Code's folder.
export function start() {}
export function exit(code) {
	process.exit(code || 0);
}
