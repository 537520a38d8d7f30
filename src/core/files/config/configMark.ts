/**
 * Matches a top-level key of a `coder server` configuration; in YAML, only at the start of a line. Texts without a
 * match aren't parsed. A test compares it with the options of all releases.
 */
const mark =
	/^(?:["']?|[ \t{]{0,16}")(?:networking|introspection|oauth2|oidc|telemetry|provisioning|experiments|updateCheck|enableSwagger|cacheDir|inMemoryDatabase|sshKeygenAlgorithm|autobuildPollInterval|jobHangDetectorInterval|agentFallbackTroubleshootingURL|disablePathApps|disableOwnerWorkspaceAccess|client|supportLinks|wgtunnelHost|userQuietHoursSchedule|externalAuthProviders|externalAuthGithubDefaultProviderEnable|allowWorkspaceRenames|pgAuth|pgConnMaxOpen|pgConnMaxIdle|termsOfServiceURL|notifications|defaultTokenLifetime|defaultOAuthRefreshLifetime|email|ephemeralDeployment|workspace_prebuilds|ai|aibridge|aibridgeproxy|ai_gateway|ai_gateway_proxy|disableWorkspaceSharing|disableChatSharing|retention|chat|templateBuilder|scimUseLegacy)["']?[ \t]*:/m;

/**
 * Whether a text may be a configuration of `coder server`. A cheap check, because it is applied to every YAML and JSON
 * document.
 */
export function mayBeConfig(text: string): boolean {
	return mark.test(text);
}
