// What is needed when somebody opens a panel or runs a command, in one file, for the same reason as in `work.ts`.
export { AuditDiagnostics } from "../findings/findingDiagnostics.ts";
export { copyAudit } from "../findings/copyFindings.ts";
export { muteFinding } from "../findings/muteFinding.ts";
export { pickCaFile } from "../commands/pickCaFile.ts";
export { ConfigPanels } from "../configuration/configPanel.ts";
export { askForOption } from "../configuration/goToOption.ts";
export { clearHistory } from "../history/historyCommands.ts";
export { unmuteUpdates } from "../notifications/unmuteUpdates.ts";
export { reportIssue } from "./reportIssue.ts";
export { clearStatistics } from "../statistics/statsCommands.ts";
export { StatsPanels } from "../statistics/statsPanels.ts";
export { ignoreVariable } from "../variables/variableIgnoring.ts";
