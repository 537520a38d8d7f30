import { setLocale } from "../../../../src/core/l10n.ts";

// Imported for its effect: texts are the same on every machine.
process.env.TZ = "UTC";
setLocale("en");
