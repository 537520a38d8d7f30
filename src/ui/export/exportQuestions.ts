import { exportFormats, type ExportChoices, type ExportFormat } from "../../core/export/choices.ts";
import { t } from "../../core/base/l10n.ts";
import { exportFiles } from "./exportFiles.ts";
import { askPick, type QuickStep } from "../messages/quickStep.ts";

/** The answers to all questions before an export. */
export interface ExportWish extends ExportChoices {
	readonly format: ExportFormat;
	readonly target: "editor" | "file";
}

type Question = Omit<QuickStep<string>, "title" | "step" | "totalSteps" | "focus">;

/**
 * Asks for format, options, and target, and for the names to use if deprecated options are in use.
 *
 * @param deprecated the number of deprecated options in use
 * @returns undefined if the questions were closed
 */
export async function askExport(
	title: string,
	deprecated: number,
): Promise<ExportWish | undefined> {
	const questions: Readonly<Record<string, Question>> = {
		format: formatQuestion(),
		options: optionsQuestion(),
		...(deprecated > 0 && { deprecated: deprecatedQuestion(deprecated) }),
		target: targetQuestion(),
	};
	const names = Object.keys(questions);
	const answers: Record<string, string> = {};
	for (let index = 0; index < names.length;) {
		const name = names[index] ?? "";
		const question = questions[name];
		if (!question) return undefined;
		const result = await askPick({
			...question,
			title,
			step: index + 1,
			totalSteps: names.length,
			focus: answers[name],
		});
		if (!result) return undefined;
		if (result.kind === "value") answers[name] = result.value;
		index += result.kind === "value" ? 1 : -1;
	}
	// If no deprecated options are in use, there is nothing to replace.
	return { deprecated: "keep", ...answers } as ExportWish;
}

function formatQuestion(): Question {
	return {
		placeholder: t("Select the export format"),
		items: exportFormats.map((format) => {
			const { label, purpose } = exportFiles[format]();
			return { label, description: purpose, value: format };
		}),
	};
}

function optionsQuestion(): Question {
	return {
		placeholder: t("Select the options to export"),
		items: [
			{
				label: t("Changed Options"),
				description: t("Options that are set or not at their defaults"),
				value: "changed",
			},
			{ label: t("All Options"), description: t("Including defaults"), value: "all" },
		],
	};
}

function deprecatedQuestion(count: number): Question {
	return {
		placeholder:
			count === 1
				? t(
						"A deprecated option is set under its own name or its replacement's. Select the name to write.",
					)
				: t(
						"{0} deprecated options are set under their own names or their replacements'. Select the names to write.",
						count,
					),
		items: [
			{
				label: t("Replace Deprecated Names"),
				description: t("Wherever the replacement has the same value"),
				value: "replace",
			},
			{
				label: t("Keep Deprecated Names"),
				description: t("As set in the deployment"),
				value: "keep",
			},
		],
	};
}

function targetQuestion(): Question {
	return {
		placeholder: t("Select the export destination"),
		items: [
			{ label: t("New Editor"), value: "editor" },
			{ label: t("File…"), value: "file" },
		],
	};
}
