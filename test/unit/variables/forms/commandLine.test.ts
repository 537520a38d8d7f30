import assert from "node:assert/strict";
import type { Form } from "../../../../src/core/variables/forms.ts";
import { scan } from "../../../../src/core/variables/scan.ts";

/** Returns the flags of a file, in order: the text in brackets, or why it isn't known, followed by the span. */
function flags(text: string, form: Form): string[] {
	return scan(text, form).flatMap(({ name, start, end, role, value }) => {
		if (!name.startsWith("-") || role === "comment") return [];
		assert.equal(role, "setting");
		assert.equal(text.slice(start, end), name);
		if (!value) return [`${name} nothing`];
		const read = value.text === undefined ? (value.why ?? "") : `<${value.text}>`;
		const extra = value.extra ? ` + ${text.slice(value.extra.from, value.extra.to)}` : "";
		return [`${name} ${read} ${text.slice(value.from, value.to)}${extra}`];
	});
}

/** One common way of writing per row: the file, and the flags that are read. */
const habits: readonly (readonly [habit: string, form: Form, file: string, ...read: string[]])[] = [
	[
		"both ways of giving a value, and a switch",
		"shell",
		"coder server --http-address=0.0.0.0:80 --cache-dir /x --telemetry\n",
		"--http-address <0.0.0.0:80> 0.0.0.0:80",
		"--cache-dir </x> /x",
		"--telemetry <true> --telemetry",
	],
	[
		"an argument after a switch, which isn't its value",
		"shell",
		"coder server --tls-enable yes --telemetry=false\n",
		"--tls-enable <true> --tls-enable + yes",
		"--telemetry <false> false",
	],
	[
		"quotes",
		"shell",
		`coder server '--cache-dir=/a b' --access-url="https://x" --oidc-sign-in-text "a b"\n`,
		"--cache-dir </a b> '--cache-dir=/a b'",
		'--access-url <https://x> "https://x"',
		'--oidc-sign-in-text <a b> "a b"',
	],
	["a variable", "shell", "coder server --access-url=$URL\n", "--access-url interpolated $URL"],
	["a short form", "shell", "exec /opt/coder server -a :80\n", "-a <:80> :80"],
	[
		"continued lines",
		"shell",
		"sudo -u coder coder server \\\n  --cache-dir /x \\\r\n  --telemetry; ls --telemetry\n",
		"--cache-dir </x> /x",
		"--telemetry <true> --telemetry",
	],
	[
		"the end of flags",
		"shell",
		"coder server --telemetry -- --swagger-enable\n",
		"--telemetry <true> --telemetry",
	],
	["a flag without its value", "shell", "coder server --cache-dir\n", "--cache-dir nothing"],
	["a comment", "shell", "# coder server --telemetry\n"],
	["another program", "shell", "nginx --access-url=x; coder login --url=x; server --telemetry\n"],
	[
		"another command of coder",
		"shell",
		"coder provisioner start --cache-dir=/x --verbose server\n",
	],
	[
		"commands of the server, which have other flags",
		"shell",
		"coder server create-admin-user --username=a --email b\ndocker run coder/coder dbcrypt rotate --new-key x\ndocker run coder/coder server postgres-builtin-url --raw-url\ncoder server --cache-dir dbcrypt\n",
		"--cache-dir <dbcrypt> dbcrypt",
	],
	[
		"Coder's image",
		"shell",
		"docker run -d -p 80:80 -e CODER_A=1 ghcr.io/coder/coder:v2.35.1 --telemetry\n",
		"--telemetry <true> --telemetry",
	],
	[
		"another image",
		"shell",
		"docker run --cache-dir=/x registry.example/coder coder server --cache-dir=/y\n",
		"--cache-dir </y> /y",
	],
	["an image that only looks like it", "shell", "docker run x/coder/coder-cli --telemetry\n"],
	[
		"Compose's text",
		"yaml",
		"services:\n  coder:\n    command: coder server --cache-dir=/x --telemetry # here\n",
		"--cache-dir </x> /x",
		"--telemetry <true> --telemetry",
	],
	[
		"Compose's text over lines",
		"yaml",
		"services:\n  coder:\n    command: >\n      coder server\n      --cache-dir=/x\n      --telemetry\n",
		"--cache-dir </x> /x",
		"--telemetry <true> --telemetry",
	],
	[
		"Compose's list",
		"yaml",
		`services:\n  coder:\n    entrypoint: [coder, server]\n    command:\n      - "--cache-dir=/x"\n      - --access-url\n      - 'https://x'\n      - --telemetry\n`,
		'--cache-dir </x> "--cache-dir=/x"',
		"--access-url <https://x> 'https://x'",
		"--telemetry <true> --telemetry",
	],
	[
		"arguments of Coder's image in Compose",
		"yaml",
		"services:\n  coder:\n    command: --cache-dir=$$HOME --access-url=${URL:-x}\n    image: ghcr.io/coder/coder:${TAG:-latest}\n",
		"--cache-dir <$HOME> $$HOME",
		"--access-url interpolated ${URL:-x}",
	],
	[
		"other services",
		"yaml",
		"services:\n  a:\n    image: x/coder\n    command: --telemetry server\n  b:\n    command: [other, server, --telemetry]\n",
	],
	[
		"a container of Kubernetes",
		"yaml",
		`containers:\n  - name: coder\n    command: ["/opt/coder"]\n    args: ["server", "--cache-dir=/x", "--access-url=$(URL)", "--telemetry"]\n`,
		'--cache-dir </x> "--cache-dir=/x"',
		'--access-url interpolated "--access-url=$(URL)"',
		'--telemetry <true> "--telemetry"',
	],
	[
		"arguments of Coder's image in Kubernetes",
		"yaml",
		"containers:\n  - image: ghcr.io/coder/coder\n    args:\n    - --cache-dir\n    - /x\n",
		"--cache-dir </x> /x",
	],
	[
		"values of Coder's Helm chart",
		"yaml",
		"coder:\n  commandArgs:\n    - server\n    - --cache-dir={{ .Values.dir }}\n    - --telemetry\n",
		"--cache-dir templated --cache-dir={{ .Values.dir }}",
		"--telemetry <true> --telemetry",
	],
	[
		"a proxy in values of Coder's Helm chart",
		"yaml",
		"coder:\n  commandArgs: [wsproxy, server, --http-address=a]\n",
	],
	[
		"a task definition of ECS",
		"json",
		'{"containerDefinitions":[{"name":"a","command":["server","--telemetry"]},{"image":"ghcr.io/coder/coder:v2","command":["server","--cache-dir=/x","--access-url","https://a"]}]}',
		'--cache-dir </x> "--cache-dir=/x"',
		'--access-url <https://a> "https://a"',
	],
	[
		"a template of CloudFormation",
		"json",
		'{"Image":"coder/coder","EntryPoint":["/opt/coder","server"],"Command":["--access-url",{"Ref":"Url"},"--telemetry"]}',
		"--access-url reference {",
		'--telemetry <true> "--telemetry"',
	],
	[
		"containers in Terraform",
		"terraform",
		'resource "kubernetes_deployment" "x" {\n  container {\n    image = "ghcr.io/coder/coder:${var.tag}"\n    args = [\n      "server", # ours\n      "--cache-dir=${var.dir}",\n      "--access-url", var.url,\n      "--wildcard-access-url", format("*.%s", var.host),\n      "--telemetry",\n    ]\n  }\n}\n',
		'--cache-dir interpolated "--cache-dir=${var.dir}"',
		"--access-url reference var.url",
		"--wildcard-access-url reference format(",
		'--telemetry <true> "--telemetry"',
	],
	[
		"a task definition in Terraform",
		"terraform",
		'container_definitions = jsonencode([{\n  image   = "coder/coder"\n  command = ["server", "--cache-dir", "/x"]\n}])\n',
		'--cache-dir </x> "/x"',
	],
	[
		"a task of Nomad",
		"terraform",
		'config {\n  command = "/usr/bin/coder"\n  args = ["server", "--cache-dir=/x"]\n}\nconfig {\n  command = "other"\n  args = ["server", "--telemetry"]\n}\n',
		'--cache-dir </x> "--cache-dir=/x"',
	],
	[
		"containers in Nix",
		"nix",
		'{ containers.coder.image = "ghcr.io/coder/coder"; containers.coder.cmd = [ "server" "--cache-dir=/x" "--access-url" url "--telemetry" ]; containers.b.cmd = [ "server" "--telemetry" ]; }',
		'--cache-dir </x> "--cache-dir=/x"',
		"--access-url reference url",
		'--telemetry <true> "--telemetry"',
	],
	[
		"a list in TOML",
		"toml",
		"[process]\ncommand = ['coder', 'server', '--cache-dir=/x',\n  '--telemetry']\n",
		"--cache-dir </x> '--cache-dir=/x'",
		"--telemetry <true> '--telemetry'",
	],
	[
		"a Dockerfile's lists",
		"docker",
		'FROM x\nENTRYPOINT ["/opt/coder", "server"]\nCMD ["--cache-dir=/x", \\\n  "--telemetry"]\n',
		'--cache-dir </x> "--cache-dir=/x"',
		'--telemetry <true> "--telemetry"',
	],
	[
		"a Dockerfile's texts",
		"docker",
		"FROM x\nCMD coder server --cache-dir=/x \\\n  # comment\n  --telemetry\n",
		"--cache-dir </x> /x",
		"--telemetry <true> --telemetry",
	],
	[
		"a Dockerfile from Coder's image",
		"docker",
		'FROM --platform=linux/amd64 ghcr.io/coder/coder:latest AS a\nCMD ["--telemetry"]\nFROM alpine\nCMD ["--telemetry", "server"]\n',
		'--telemetry <true> "--telemetry"',
	],
	[
		"a systemd unit",
		"systemd",
		'[Service]\nExecStart=-/usr/bin/coder server --cache-dir=%C/coder \\\n  "--oidc-sign-in-text=a b" --access-url ${URL} --telemetry\n',
		"--cache-dir interpolated %C/coder",
		'--oidc-sign-in-text <a b> "--oidc-sign-in-text=a b"',
		"--access-url interpolated ${URL}",
		"--telemetry <true> --telemetry",
	],
	[
		"a quadlet",
		"systemd",
		"[Container]\nExec=--telemetry\nImage=ghcr.io/coder/coder:latest\n",
		"--telemetry <true> --telemetry",
	],
	[
		"a quadlet of another image",
		"systemd",
		"[Container]\nExec=--telemetry server\nImage=coder/x\n",
	],
	[
		"a script in another file",
		"yaml",
		"runcmd:\n  - echo\nscript: |\n  coder server --telemetry\n",
		"--telemetry <true> --telemetry",
	],
	[
		"a script in Terraform",
		"terraform",
		"user_data = <<-EOT\n  coder server --telemetry\nEOT\n",
		"--telemetry <true> --telemetry",
	],
];

describe("flags of coder server", () => {
	for (const [habit, form, file, ...read] of habits) {
		it(`are read in the form ${form}: ${habit}`, () => {
			assert.deepEqual(flags(file, form), read);
			const windows = file.replaceAll(/\r?\n/g, "\r\n");
			const names = (list: readonly string[]) => list.map((one) => one.split(" ")[0]);
			assert.deepEqual(names(flags(windows, form)), names(read), "with Windows line breaks");
			if (form !== "terraform") {
				assert.deepEqual(flags(`\uFEFF${file}`, form), read, "with a byte order mark");
			}
		});
	}

	it("are read in a long file, among much else", () => {
		const others = Array.from({ length: 2_000 }, (_, index) => `  other${index}:\n    a: b\n`).join(
			"",
		);
		const text = `services:\n${others}  coder:\n    image: ghcr.io/coder/coder\n    x: y\n    command:\n      - --cache-dir\n      - /x\n      - --telemetry\n`;
		assert.deepEqual(flags(text, "yaml"), [
			"--cache-dir </x> /x",
			"--telemetry <true> --telemetry",
		]);
	});
});
