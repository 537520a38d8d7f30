/** The dashboard as clients see it: one page for every path, filled in by scripts. */
export const dashboardPage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Larkspur Robotics workspaces</title></head>
<body><div id="root"></div><noscript>This page needs JavaScript.</noscript></body>
</html>
`;

/** Returns the page /cli-auth with a session token to copy. */
export function cliAuthPage(token: string): string {
	return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Your session token</title></head>
<body>
<h1>Session token</h1>
<p>Copy this token and paste it where you were asked for it.</p>
<p><code id="token">${token}</code></p>
</body>
</html>
`;
}

/** Returns the page of a proxy that can't reach the server. */
export function gatewayPage(status: number, title: string): string {
	return `<html>
<head><title>${status} ${title}</title></head>
<body><center><h1>${status} ${title}</h1></center><hr><center>proxy.larkspur.example</center></body>
</html>
`;
}

/** A workspace proxy's response to API paths that only the primary has. */
export const proxyErrorPage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Bad request</title></head>
<body><h1>400 - Not here</h1><p>This is a workspace proxy. Open the primary deployment instead.</p></body>
</html>
`;
