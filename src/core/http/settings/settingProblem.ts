/** Thrown for an invalid setting. Its message is a sentence for users. */
export class SettingProblem extends Error {
	override readonly name = "SettingProblem";
	/** The full name of the setting. */
	readonly setting: string;

	constructor(setting: string, message: string, options?: ErrorOptions) {
		super(message, options);
		this.setting = setting;
	}
}
