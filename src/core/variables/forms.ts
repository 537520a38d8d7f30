/** The forms of files in which variables are looked for. */
export type Form = "env" | "yaml" | "docker" | "shell" | "systemd" | "terraform";

const byLanguage: Readonly<Record<string, Form>> = {
	dotenv: "env",
	properties: "env",
	ini: "env",
	yaml: "yaml",
	dockercompose: "yaml",
	helm: "yaml",
	dockerfile: "docker",
	shellscript: "shell",
	terraform: "terraform",
	"terraform-vars": "terraform",
	"systemd-unit-file": "systemd",
};

/** A name says more than a language: VS Code calls `.env.local` a shell script, and knows no units. */
const byFileName: readonly (readonly [RegExp, Form])[] = [
	[/^\.envrc$/, "shell"],
	[/^\.env(\.[\w-]+)*$|\.env$/, "env"],
	[/\.(service|socket|timer)$/, "systemd"],
	[/\.(tf|tfvars|tofu)$/, "terraform"],
	[/^(Dockerfile|Containerfile)(\.|$)|\.(dockerfile|containerfile)$/i, "docker"],
];

/**
 * The form of a document; nothing for documents in which nothing is looked for.
 *
 * @param languageId VS Code's id of its language
 * @param path of its URI, with slashes
 */
export function formOf(languageId: string, path: string): Form | undefined {
	const name = path.slice(path.lastIndexOf("/") + 1);
	if (/\.(service|socket)\.d\/[^/]+\.conf$/.test(path)) return "systemd";
	const [, form] = byFileName.find(([pattern]) => pattern.test(name)) ?? [];
	return form ?? (Object.hasOwn(byLanguage, languageId) ? byLanguage[languageId] : undefined);
}

/** Languages and names of files for which VS Code is asked to call; {@link formOf} decides. */
export const languages: readonly string[] = Object.keys(byLanguage);
export const fileNames =
	"**/{.env,.env.*,*.env,.envrc,*.service,*.socket,*.timer,*.conf,*.tf,*.tfvars,*.tofu,Dockerfile*,Containerfile*}";
