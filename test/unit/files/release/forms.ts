import type { Form } from "../../../../src/core/variables/forms.ts";

/** A file of a form with one setting. */
export interface WrittenForm {
	readonly title: string;
	readonly form: Form;
	/** @param value already in the form's quotes, if it has any */
	readonly write: (name: string, value: string) => string;
}

/** A setting in every supported form of file. */
export const writtenForms: readonly WrittenForm[] = [
	{ title: "env file", form: "env", write: (name, value) => `# a\nexport A=b\n${name}=${value}\n` },
	{
		title: "Helm values",
		form: "yaml",
		write: (name, value) => `coder:\n  env:\n    - name: ${name}\n      value: "${value}"\n`,
	},
	{
		title: "Kubernetes manifest",
		form: "yaml",
		write: (name, value) =>
			`kind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - env:\n            - { name: ${name}, value: "${value}" }\n`,
	},
	{
		title: "Compose map",
		form: "yaml",
		write: (name, value) => `services:\n  coder:\n    environment:\n      ${name}: "${value}"\n`,
	},
	{
		title: "Compose list",
		form: "yaml",
		write: (name, value) => `services:\n  coder:\n    environment:\n      - ${name}=${value}\n`,
	},
	{
		title: "systemd unit",
		form: "systemd",
		write: (name, value) => `[Service]\nEnvironment="A=b" "${name}=${value}"\n`,
	},
	{
		title: "quadlet",
		form: "systemd",
		write: (name, value) => `[Container]\nEnvironment=${name}=${value}\n`,
	},
	{
		title: "Dockerfile",
		form: "docker",
		write: (name, value) => `FROM x\nENV A=b \\\n  ${name}=${value}\n`,
	},
	{ title: "shell export", form: "shell", write: (name, value) => `export ${name}="${value}"\n` },
	{
		title: "docker run",
		form: "shell",
		write: (name, value) => `docker run --rm -e ${name}=${value} ghcr.io/coder/coder\n`,
	},
	{
		title: "Terraform map",
		form: "terraform",
		write: (name, value) => `locals {\n  env = {\n    ${name} = "${value}"\n  }\n}\n`,
	},
	{
		title: "Terraform object",
		form: "terraform",
		write: (name, value) => `env = [{ name = "${name}", value = "${value}" }]\n`,
	},
	{
		title: "devcontainer.json",
		form: "json",
		write: (name, value) => `{ "containerEnv": { "${name}": "${value}" } }\n`,
	},
	{ title: "TOML", form: "toml", write: (name, value) => `[env]\n${name} = "${value}"\n` },
	{ title: "Nix", form: "nix", write: (name, value) => `{ environment.${name} = "${value}"; }\n` },
];
