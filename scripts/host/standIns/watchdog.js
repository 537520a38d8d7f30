// Takes the place of the native module that ends an extension host whose server has died: the whole
// process group is killed instead. Plain JavaScript, because it is copied into VS Code's folder.
export function start() {}
export function exit(code) {
	process.exit(code || 0);
}
