// What `src` uses of `yaml`: it only reads. The library's own index has an object of all functions for tokens, from
// which esbuild can't leave out any. `test/integration/packaging/yaml.test.ts` checks that this is enough.
import { resolveAsScalar } from "../../node_modules/yaml/browser/dist/parse/cst-scalar.js";
import { isCollection, isScalar } from "../../node_modules/yaml/browser/dist/parse/cst.js";

export { Composer } from "../../node_modules/yaml/browser/dist/compose/composer.js";
export {
	isAlias,
	isCollection,
	isMap,
	isScalar,
	isSeq,
} from "../../node_modules/yaml/browser/dist/nodes/identity.js";
export { Parser } from "../../node_modules/yaml/browser/dist/parse/parser.js";
export { visit } from "../../node_modules/yaml/browser/dist/visit.js";
export const CST = { isCollection, isScalar, resolveAsScalar };
