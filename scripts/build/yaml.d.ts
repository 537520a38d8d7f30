import type { CST as All } from "yaml";

export { Composer, isAlias, isCollection, isMap, isScalar, isSeq, Parser, visit } from "yaml";
export const CST: Pick<typeof All, "isCollection" | "isScalar" | "resolveAsScalar">;
