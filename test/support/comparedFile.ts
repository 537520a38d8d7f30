import type { ComparedFile } from "../../src/core/files/comparedFile.ts";
import { fileSettings } from "../../src/core/files/fileSettings.ts";
import { secretMark } from "../sample-deployment/server.ts";

/** An env file in the workspace with secrets wherever users may write them. */
export const secretFile = `CODER_ACCESS_URL=https://coder.larkspur.example
CODER_SESSION_DURATION=1h
CODER_TLS_ENABLE=yes
CODER_OIDC_CLIENT_SECRET=${secretMark}
CODER_PG_CONNECTION_URL=postgres://coder:${secretMark}@db/coder
CODER_DERP_SERVER_RELAY_URL=https://me:${secretMark}@relay.example
CODER_SUPPORT_LINKS='[{"name": "Help", "target": "https://me:${secretMark}@help.example", "icon": "bug"}]'
CODER_API_RATE_LIMIT=\${LIMIT}
CODER_MADE_UP_TOKEN=${secretMark}
`;

/** Returns a file as a chat or another extension gets it from the workspace. */
export function comparedFile<D>(text: string, deployment?: D): ComparedFile<D> {
	return {
		path: "deploy/coder.env",
		settings: fileSettings(text, "env"),
		lineAt: (offset) => text.slice(0, offset).split("\n").length,
		deployment,
	};
}
