import assert from "node:assert/strict";
import { featureName } from "../../../src/core/license/featureNames.ts";

/** Coder's names of licensed features, from `codersdk/deployment.go`. */
const known = `
	user_limit managed_agent_limit ai_governance_user_limit agent_runtime_hours access_control
	advanced_template_scheduling aibridge appearance audit_log boundary browser_only connection_log
	control_shared_ports custom_roles external_provisioner_daemons external_token_encryption high_availability
	multiple_external_auth multiple_organizations scim service_accounts task_batch_actions template_rbac
	user_role_management workspace_batch_actions workspace_external_agent workspace_prebuilds workspace_proxy
`
	.trim()
	.split(/\s+/);

describe("names of licensed features", () => {
	it("are different for each feature, and never Coder's own", () => {
		const names = known.map(featureName);
		assert.equal(new Set(names).size, known.length);
		for (const [index, name] of names.entries()) {
			assert.notEqual(name, known[index]);
			assert.match(name, /^[A-Z]/);
		}
		assert.equal(featureName("user_limit"), "Users");
		assert.equal(featureName("workspace_proxy"), "Workspace proxies");
	});

	it("are Coder's for features of later versions", () => {
		assert.equal(featureName("teleportation"), "teleportation");
	});
});
