import type { JsonValue } from "../json.ts";
import { emptyValue, parseDefault } from "./defaults.ts";
import { optionKey, type OptionFact } from "./optionFact.ts";

/** The value source; null for values that the server itself filled in. */
export type SettingSource = "flag" | "env" | "yaml" | null;

/** An option that was set. */
export interface Setting {
	/** The option's environment variable, or its flag if it has none. */
	readonly option: string;
	/** The word for enums, nanoseconds for durations, and the secret itself for secrets. */
	readonly value: JsonValue;
	readonly source: SettingSource;
}

/** An option's live value and its value source; undefined if the field is absent. */
export interface Resolved {
	readonly value: JsonValue;
	readonly source: string | undefined;
}

/** The values of all options of a server version with a list of settings. */
export class OptionValues {
	private readonly byKey = new Map<string, OptionFact>();
	private readonly defaults = new Map<string, JsonValue>();
	private readonly set = new Map<string, Setting>();
	readonly facts: readonly OptionFact[];
	private readonly sourceShared: boolean;

	/** `sourceShared` is true since v2.18, where an option's names share the source. */
	constructor(facts: readonly OptionFact[], settings: readonly Setting[], sourceShared: boolean) {
		this.facts = facts;
		this.sourceShared = sourceShared;
		for (const fact of facts) {
			this.byKey.set(optionKey(fact), fact);
			if (fact.default !== undefined) {
				this.defaults.set(fact.config, parseDefault(fact, fact.default));
			}
		}
		for (const setting of settings) {
			const fact = this.byKey.get(setting.option);
			if (fact) {
				this.set.set(fact.config, setting);
			}
		}
	}

	/** Returns the fact with this key, or undefined if this version doesn't have the option. */
	find(key: string): OptionFact | undefined {
		return this.byKey.get(key);
	}

	/** Returns an option's current value. */
	resolve(fact: OptionFact): Resolved {
		const setting = this.set.get(fact.config);
		const value = setting?.value ?? this.defaults.get(fact.config) ?? emptyValue(fact);
		if (setting && (this.sourceShared || setting.option === optionKey(fact))) {
			return { value, source: setting.source ?? undefined };
		}
		const hasDefault = this.sourceShared
			? this.defaults.has(fact.config)
			: fact.default !== undefined;
		return { value, source: hasDefault ? "default" : undefined };
	}

	/** Returns the value of the option with this key; undefined if this version doesn't have it. */
	value(key: string): JsonValue | undefined {
		const fact = this.byKey.get(key);
		return fact && this.resolve(fact).value;
	}

	/** Like `value`, as text; "" if it isn't text. */
	text(key: string): string {
		const value = this.value(key);
		return typeof value === "string" ? value : "";
	}

	/** Like `value`, as a list of strings; empty if it isn't a list. */
	list(key: string): string[] {
		const value = this.value(key);
		return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
	}
}
