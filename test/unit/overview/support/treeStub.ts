/** The stub of `vscode` for the tree. */
export const treeStub = new URL("vscodeStub.ts", import.meta.url).href;

/** The modules that get it. */
export const treeImporters = /\/src\/ui\/(?:overview|messages\/hoverText)/;
