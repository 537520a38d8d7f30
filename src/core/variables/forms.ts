/** The file formats in which variables are detected. `terraform` covers all of HCL. */
export type Form =
	"env" | "yaml" | "docker" | "shell" | "systemd" | "terraform" | "toml" | "nix" | "json";

interface Kind {
	readonly form: Form;
	/** VS Code's language IDs: its own, and those of widely used extensions. */
	readonly languages: readonly string[];
	/** Ends of file names, as globs. An entry with a slash is the end of a path. */
	readonly files: readonly string[];
}

/**
 * File names take precedence over languages, because they are more specific: VS Code treats `.env.local` as a shell
 * script, and doesn't recognize systemd units.
 */
const kinds: readonly Kind[] = [
	{
		form: "shell",
		languages: ["shellscript"],
		files: [".envrc", "*.envrc", "*.sh", "*.bash", "*.zsh", "*.ksh"],
	},
	{
		form: "env",
		languages: ["dotenv", "env", "properties", "ini"],
		files: [".env", "*.env", "environment.d/*.conf", "etc/default/coder*", "etc/sysconfig/coder*"],
	},
	{
		form: "systemd",
		languages: ["systemd-unit-file", "systemd-conf", "quadlet"],
		files: [
			"*.service",
			"*.socket",
			"*.timer",
			"*.service.d/*.conf",
			"*.socket.d/*.conf",
			"*.timer.d/*.conf",
			"systemd/*.conf",
			"override.conf",
			"*.container",
			"*.container.d/*.conf",
			"*.pod",
			"*.kube",
			"*.build",
			"*.image",
			"*.volume",
			"*.network",
		],
	},
	{
		form: "terraform",
		languages: [
			"terraform",
			"terraform-vars",
			"terraform-stack",
			"opentofu",
			"opentofu-vars",
			"hcl",
			"packer",
			"nomad",
			"terragrunt",
		],
		files: ["*.tf", "*.tfvars", "*.tofu", "*.hcl", "*.nomad", "*.pkrvars"],
	},
	{
		form: "docker",
		languages: ["dockerfile"],
		files: [
			"[dD]ockerfile",
			"[dD]ockerfile.*",
			"[cC]ontainerfile",
			"[cC]ontainerfile.*",
			"*.dockerfile",
			"*.containerfile",
		],
	},
	{
		form: "yaml",
		languages: [
			"yaml",
			"dockercompose",
			"docker-compose",
			"helm",
			"helm-template",
			"helmfile",
			"github-actions-workflow",
			"ansible",
			"azure-pipelines",
			"gitlab-ci",
			"home-assistant",
			"kubernetes",
			"cloudformation",
			"jinja-yaml",
			"yaml-jinja",
			"yaml-tmlanguage",
		],
		files: ["*.yaml", "*.yml", "templates/*.tpl"],
	},
	{ form: "toml", languages: ["toml"], files: ["*.toml"] },
	{ form: "nix", languages: ["nix"], files: ["*.nix"] },
	{
		form: "json",
		languages: [],
		files: [
			"devcontainer.json",
			".devcontainer.json",
			".devcontainer/*.json",
			"*.tf.json",
			"*.tfvars.json",
			"docker-bake*.json",
			"task-definition*.json",
			"task_definition*.json",
			"taskdef*.json",
			"*.template.json",
		],
	},
];

/** Endings that templates, samples, and stages add to a file's name. */
const suffix =
	/\.(?:j2|jinja2?|tpl|tmpl|tftpl|gotmpl|gotpl|erb|template|in|disabled?|off|old|example|sample|dist|defaults?|bak|orig|enc|local|dev|development|prod|production|stage|staging|test|testing|qa|ci|secrets?)$/i;

const byLanguage: ReadonlyMap<string, Form> = new Map(
	kinds.flatMap(({ form, languages }) => languages.map((language) => [language, form])),
);

const byFile: readonly { readonly pattern: RegExp; readonly form: Form }[] = kinds.flatMap(
	({ form, files }) => files.map((file) => ({ pattern: patternOf(file), form })),
);

function patternOf(file: string): RegExp {
	const source = file.replaceAll(".", String.raw`\.`).replaceAll("*", "[^/]*");
	return new RegExp(`(?:^|/)${source}$`, /ockerfile|ontainerfile/.test(file) ? "i" : "");
}

/**
 * Returns the form of a document; undefined if variables aren't detected in it.
 *
 * @param languageId VS Code's language ID
 * @param path the path of the document's URI, with slashes
 */
export function formOf(languageId: string, path: string): Form | undefined {
	// The end of a long path is enough.
	let rest = path.slice(-300);
	if (/(?:^|\/)\.env(?:\.[\w-]+)*$/.test(rest)) return "env";
	for (let count = 0; count < 4; count++) {
		const found = byFile.find(({ pattern }) => pattern.test(rest));
		if (found) return found.form;
		if (!suffix.test(rest)) break;
		rest = rest.replace(suffix, "");
	}
	return byLanguage.get(languageId);
}

/**
 * The languages and file names for which VS Code should call the providers. {@link formOf} makes the final decision.
 */
export const languages: readonly string[] = [...byLanguage.keys()];
const files = kinds.flatMap((kind) => kind.files);
export const filePatterns: readonly string[] = (() => {
	const inFolders = files.filter((file) => file.includes("/"));
	const names = files.filter((file) => !file.includes("/"));
	return [
		`**/{${names.flatMap((name) => [name, `${name}.*`]).join(",")}}`,
		...inFolders.flatMap((file) => [`**/${file}`, `**/${file}.*`]),
	];
})();
/** The same files as globs without nested alternatives, which file search doesn't support. */
export const plainPatterns: readonly string[] = files.flatMap((file) => [
	`**/${file}`,
	`**/${file}.*`,
]);
