import { setLocale } from "../../src/core/base/l10n.ts";

// Imported for its side effect: texts are the same on every machine.
process.env.TZ = "UTC";
setLocale("en");
