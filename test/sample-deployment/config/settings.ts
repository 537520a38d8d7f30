import type { JsonValue } from "../json.ts";
import { emptyValue, parseDefault } from "./defaults.ts";
import { optionKey, type OptionFact } from "./optionFact.ts";

/** Where a value came from; null for values that the server itself filled in. */
export type SettingSource = "flag" | "env" | "yaml" | null;

/** One option that somebody set. */
export interface Setting {
	/** Environment variable of the option, or its flag if it has none. */
	readonly option: string;
	/** Of enums the plain word, of durations nanoseconds, of secrets the secret itself. */
	readonly value: JsonValue;
	readonly source: SettingSource;
}

/** An option's live value and its value source; undefined means that the field is absent. */
export interface Resolved {
	readonly value: JsonValue;
	readonly source: string | undefined;
}

/** The values of all options of one server version under a list of settings. */
export class OptionValues {
	private readonly byKey = new Map<string, OptionFact>();
	private readonly defaults = new Map<string, JsonValue>();
	private readonly set = new Map<string, Setting>();
	readonly facts: readonly OptionFact[];
	private readonly sourceShared: boolean;

	/** `sourceShared` is true from v2.18 on, where old and new names of an option share the source. */
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

	/** The fact with this key, or undefined if this version has no such option. */
	find(key: string): OptionFact | undefined {
		return this.byKey.get(key);
	}

	/** What an option holds now. */
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

	/** The value of the option with this key; undefined if this version has no such option. */
	value(key: string): JsonValue | undefined {
		const fact = this.byKey.get(key);
		return fact && this.resolve(fact).value;
	}

	/** Like `value`, as text, "" for everything that is not text. */
	text(key: string): string {
		const value = this.value(key);
		return typeof value === "string" ? value : "";
	}

	/** Like `value`, as a list of texts; empty for everything else. */
	list(key: string): string[] {
		const value = this.value(key);
		return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
	}
}
