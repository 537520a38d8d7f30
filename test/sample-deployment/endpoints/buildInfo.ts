import type { JsonObject } from "../json.ts";
import type { SampleState } from "../state.ts";
import { commitUrl } from "../versions.ts";

const deploymentId = "5e1ec7ed-0b07-4a5a-9c0d-1a2b5b0b0715";
const pushKey = "BSampleKeyOfLarkspurRobotics".padEnd(87, "Sample");

/** Returns the body of GET /buildinfo; fields appear in the release that added them. */
export function buildInfo(state: SampleState): JsonObject {
	const { version } = state;
	const values = state.optionValues();
	const proxy = state.options.workspaceProxy ?? false;
	const primary = (text: string) => (proxy ? "" : text);
	return {
		external_url: commitUrl(version),
		version: version.version,
		dashboard_url: values.text("CODER_ACCESS_URL"),
		...(version.level >= 13 && { telemetry: values.value("CODER_TELEMETRY_ENABLE") === true }),
		workspace_proxy: proxy,
		...(version.level >= 5 && { agent_api_version: "1.0" }),
		...(version.level >= 15 && { provisioner_api_version: primary(version.provisionerApi) }),
		...(version.level >= 8 && {
			upgrade_message: primary(values.text("CODER_CLI_UPGRADE_MESSAGE")),
		}),
		...(version.level >= 11 && {
			deployment_id: primary(state.options.deploymentId ?? deploymentId),
		}),
		...(version.level >= 21 && !proxy && { webpush_public_key: pushKey }),
	};
}
