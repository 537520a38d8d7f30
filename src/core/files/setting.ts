import type { DeploymentOption } from "../coder/model.ts";
import type { JsonValue } from "../base/json.ts";
import type { Span } from "../variables/forms/text.ts";
import type { NotLiteral, WrittenValue } from "../variables/forms/written.ts";

/** A setting of the Coder server in a file. Offsets are UTF-16 units from the text's beginning. */
export interface FileSetting {
	/** The variable, or the path of a configuration file with dots. */
	readonly name: string;
	/** Where the name is written. */
	readonly nameSpan: Span;
	/** What is written in its place when it gets another value; of a configuration file the value alone. */
	readonly value: Omit<WrittenValue, "text" | "why">;
	/** Why the file doesn't say what the value is. */
	readonly why?: NotLiteral;
	/** The value is a secret, so that nothing of it is kept here. */
	readonly secret: boolean;
	/** What is written, without quotes; only there where the file says it, and it is no secret. */
	readonly text?: string;
	/** What a server that reads the file would call the value's source. */
	readonly source: "env" | "yaml";
	/** Whether it sets an option. */
	readonly sets: (option: DeploymentOption) => boolean;
	/**
	 * The value as a server of a version reads it for an option; nothing where the server refuses it. There where the
	 * text is, or what stands for it.
	 */
	readonly read?: (option: DeploymentOption, version: string | undefined) => JsonValue | undefined;
}
