import type { ExportFormat } from "../../core/export/choices.ts";
import { t } from "../../core/base/l10n.ts";

/** A format, as users and editors know it. */
export interface ExportFile {
	readonly label: string;
	readonly purpose: string;
	/** The default name of a file in this format. */
	readonly fileName: string;
	/** Language modes by preference. The last one always exists. */
	readonly languages: readonly string[];
}

/** The formats. They are functions, because their texts depend on the language. */
export const exportFiles: Readonly<Record<ExportFormat, () => ExportFile>> = {
	yaml: () => ({
		label: t("YAML"),
		purpose: t("For `coder server --config`"),
		fileName: "server-config.yaml",
		languages: ["yaml", "plaintext"],
	}),
	env: () => ({
		label: t("Environment File"),
		purpose: t("For Docker Compose and systemd"),
		fileName: "coder.env",
		languages: ["dotenv", "properties", "plaintext"],
	}),
	systemd: () => ({
		label: t("systemd Drop-in"),
		purpose: t("Environment= lines for a unit"),
		fileName: "override.conf",
		languages: ["systemd-conf", "ini", "properties", "plaintext"],
	}),
	helm: () => ({
		label: t("Helm Values"),
		purpose: t("coder.env for Coder's chart"),
		fileName: "values.yaml",
		languages: ["yaml", "plaintext"],
	}),
	json: () => ({
		label: t("JSON"),
		purpose: t("As returned by the API"),
		fileName: "deployment-config.json",
		languages: ["json", "plaintext"],
	}),
	markdown: () => ({
		label: t("Markdown Table"),
		purpose: t("For a wiki page or an issue"),
		fileName: "deployment-config.md",
		languages: ["markdown", "plaintext"],
	}),
};
