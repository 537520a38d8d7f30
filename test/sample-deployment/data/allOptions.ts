import type { OptionFact } from "../config/optionFact.ts";
import { accessOptions } from "./options/access.ts";
import { aiGatewayOptions } from "./options/aiGateway.ts";
import { aiLimitsOptions } from "./options/aiLimits.ts";
import { aiProvidersOptions } from "./options/aiProviders.ts";
import { aiProxyOptions } from "./options/aiProxy.ts";
import { chatOptions } from "./options/chat.ts";
import { clientOptions } from "./options/client.ts";
import { cookiesOptions } from "./options/cookies.ts";
import { derpOptions } from "./options/derp.ts";
import { emailOptions } from "./options/email.ts";
import { githubOptions } from "./options/github.ts";
import { introspectionOptions } from "./options/introspection.ts";
import { loggingOptions } from "./options/logging.ts";
import { notificationsEmailOptions } from "./options/notificationsEmail.ts";
import { notificationsQueueOptions } from "./options/notificationsQueue.ts";
import { oidcOptions } from "./options/oidc.ts";
import { oidcClaimsOptions } from "./options/oidcClaims.ts";
import { oidcPageOptions } from "./options/oidcPage.ts";
import { policiesOptions } from "./options/policies.ts";
import { prebuildsOptions } from "./options/prebuilds.ts";
import { provisioningOptions } from "./options/provisioning.ts";
import { restrictionsOptions } from "./options/restrictions.ts";
import { retentionOptions } from "./options/retention.ts";
import { schedulesOptions } from "./options/schedules.ts";
import { storageOptions } from "./options/storage.ts";
import { telemetryOptions } from "./options/telemetry.ts";
import { tlsOptions } from "./options/tls.ts";
import { tokensOptions } from "./options/tokens.ts";

/** Every option of every served version, in the order of the server's declarations. */
export const allOptions: readonly OptionFact[] = [
	...accessOptions,
	...tlsOptions,
	...derpOptions,
	...introspectionOptions,
	...githubOptions,
	...oidcOptions,
	...oidcClaimsOptions,
	...oidcPageOptions,
	...telemetryOptions,
	...provisioningOptions,
	...loggingOptions,
	...policiesOptions,
	...tokensOptions,
	...storageOptions,
	...cookiesOptions,
	...restrictionsOptions,
	...clientOptions,
	...schedulesOptions,
	...emailOptions,
	...notificationsEmailOptions,
	...notificationsQueueOptions,
	...prebuildsOptions,
	...chatOptions,
	...aiProvidersOptions,
	...aiGatewayOptions,
	...aiLimitsOptions,
	...aiProxyOptions,
	...retentionOptions,
];
