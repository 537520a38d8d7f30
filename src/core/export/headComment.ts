import type { DeploymentOption } from "../coder/model.ts";

/** Returns the comment that Coder writes above an option. */
export function headComment(option: DeploymentOption, type: string | undefined): string {
	const usual = option.default === undefined || option.default === "" ? "<unset>" : option.default;
	const facts = type === undefined ? `(default: ${usual})` : `(default: ${usual}, type: ${type})`;
	return `${option.description}\n${facts}`;
}
