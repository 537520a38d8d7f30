/**
 * Returns true if one of VS Code's no-proxy entries matches the address: `example.com` matches the host and its
 * subdomains, a port restricts it, `*` matches everything. See @vscode/proxy-agent, `shouldBypassProxy`.
 */
export function inNoProxyList(list: readonly string[], url: URL): boolean {
	return list.some((item) => {
		const { name, port } = parts(item);
		if (name === "*") return true;
		return (
			name !== "" &&
			samePort(port, url) &&
			`.${url.hostname}`.endsWith(`.${name.replace(/^\./, "")}`)
		);
	});
}

/**
 * Returns true if an entry of `coder.proxyBypass` matches the address: `example.com` matches only that host,
 * `.example.com` and `*.example.com` all its subdomains. Coder's official extension uses the rules of proxy-from-env.
 */
export function inBypassList(list: string, url: URL): boolean {
	return list.split(/[,\s]+/).some((item) => {
		const { name, port } = parts(item);
		if (name === "" || !samePort(port, url)) return false;
		return /^[.*]/.test(name)
			? url.hostname.endsWith(name.replace(/^\*/, ""))
			: url.hostname === name;
	});
}

function parts(item: string): { readonly name: string; readonly port: string | undefined } {
	const [, name = "", port] = /^(.*?)(?::(\d+))?$/.exec(item.trim().toLowerCase()) ?? [];
	return { name, port };
}

function samePort(port: string | undefined, url: URL): boolean {
	return port === undefined || port === (url.port || (url.protocol === "https:" ? "443" : "80"));
}
