import type { DeploymentOption } from "../coder/model.ts";
import type { JsonValue } from "../base/json.ts";
import type { Span } from "../variables/forms/text.ts";
import type { NotLiteral, WrittenValue } from "../variables/forms/written.ts";

/** A setting of the Coder server in a file. Offsets are in UTF-16 units from the start of the text. */
export interface FileSetting {
	/** The variable, the flag with its dashes, or the dot-separated path in a configuration file. */
	readonly name: string;
	/** The position of the name. */
	readonly nameSpan: Span;
	/** The span to replace in order to change the value. In a configuration file, this is only the value. */
	readonly value: Omit<WrittenValue, "text" | "why">;
	/** Why the file doesn't contain the value. */
	readonly why?: NotLiteral;
	/** Whether the value is a secret. If so, none of it is stored here. */
	readonly secret: boolean;
	/** The text without quotes; missing for secrets, and if the file doesn't contain it. */
	readonly text?: string;
	/** Whether a flag is given more than once, so that one of its values can't be replaced on its own. */
	readonly repeated?: boolean;
	/** The value source that a server reading this file would report. */
	readonly source: "env" | "flag" | "yaml";
	/** Whether it sets an option. */
	readonly sets: (option: DeploymentOption) => boolean;
	/**
	 * Parses the value as a server of a version does for an option; undefined if the server rejects it. Missing if the
	 * file doesn't contain the value, or for a secret.
	 */
	readonly read?: (option: DeploymentOption, version: string | undefined) => JsonValue | undefined;
}

/** What a name in a file sets, before its value is known. */
export interface SetBy extends Pick<
	FileSetting,
	"name" | "secret" | "source" | "repeated" | "sets"
> {
	/** Parses a text as {@link FileSetting.read} does. */
	readonly read: (
		option: DeploymentOption,
		text: string,
		version: string | undefined,
	) => JsonValue | undefined;
}
