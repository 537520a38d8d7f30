import type { Rule } from "./rule.ts";
import { accessRules } from "./rules/access.ts";
import { aiRules } from "./rules/ai.ts";
import { cookieRules } from "./rules/cookies.ts";
import { dangerousRules } from "./rules/dangerous.ts";
import { databaseRules } from "./rules/database.ts";
import { deprecatedRules } from "./rules/deprecated.ts";
import { emailRules } from "./rules/email.ts";
import { experimentRules } from "./rules/experiments.ts";
import { introspectionRules } from "./rules/introspection.ts";
import { licenseRules } from "./rules/license.ts";
import { lifetimeRules } from "./rules/lifetimes.ts";
import { networkingRules } from "./rules/networking.ts";
import { secretRules } from "./rules/secrets.ts";
import { signInRules } from "./rules/signIn.ts";
import { tlsRules } from "./rules/tls.ts";
import { upgradeRules } from "./rules/upgrade.ts";

/** All rules. Findings of the same severity are in this order. */
export const rules: readonly Rule[] = [
	...dangerousRules,
	...accessRules,
	...signInRules,
	...cookieRules,
	...licenseRules,
	...tlsRules,
	...secretRules,
	...lifetimeRules,
	...databaseRules,
	...emailRules,
	...networkingRules,
	...aiRules,
	...introspectionRules,
	...experimentRules,
	...upgradeRules,
	...deprecatedRules,
];
