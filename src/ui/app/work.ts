// What is needed as soon as a deployment is asked, in one file: VS Code loads each module by itself, so that many
// small ones take longer, and weigh more, than what is in them.
export { Auditor } from "../../core/findings/auditor.ts";
export { makeClients } from "../../core/http/makeClients.ts";
export { SessionChanges } from "../../core/notifications/sessionChanges.ts";
export { findingsSection } from "../../core/overview/findings.ts";
export { HistoryRecorder } from "../history/historyRecorder.ts";
export { tellOfUpdate } from "../notifications/updateNotice.ts";
export { StatsRecorder } from "../statistics/statsRecorder.ts";
