/** The forms of files in which variables are looked for. `terraform` stands for all of HCL. */
export type Form =
	"env" | "yaml" | "docker" | "shell" | "systemd" | "terraform" | "toml" | "nix" | "json";

interface Kind {
	readonly form: Form;
	/** VS Code's ids of languages, its own and those of extensions that many people have. */
	readonly languages: readonly string[];
	/** What a file's name ends with, as globs; with a slash, what its path ends with. */
	readonly files: readonly string[];
}

/** A file's name says more than its language: VS Code calls `.env.local` a shell script, and knows no units. */
const kinds: readonly Kind[] = [
	{
		form: "shell",
		languages: ["shellscript"],
		files: [".envrc", "*.sh", "*.bash", "*.zsh", "*.ksh"],
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
		files: ["*.yaml", "*.yml"],
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
		],
	},
];

/** What is added to a file's name for templates of it, samples and stages. */
const suffix =
	/\.(?:j2|jinja2?|tpl|tmpl|tftpl|gotmpl|gotpl|erb|template|in|example|sample|dist|defaults?|bak|orig|enc|local|dev|development|prod|production|stage|staging|test|testing|qa|ci|secrets?)$/i;

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
 * The form of a document; nothing for documents in which nothing is looked for.
 *
 * @param languageId VS Code's id of its language
 * @param path of its URI, with slashes
 */
export function formOf(languageId: string, path: string): Form | undefined {
	// Of a long path the end says enough.
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

/** Languages and names of files for which VS Code is asked to call; {@link formOf} decides. */
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
/** The same files as globs without alternatives: those of the search have none inside others. */
export const plainPatterns: readonly string[] = files.flatMap((file) => [
	`**/${file}`,
	`**/${file}.*`,
]);
