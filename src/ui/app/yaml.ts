// What reads or writes YAML, in one file with the library for it, for the same reason as in `work.ts`.
export { yamlText } from "../../core/export/yamlText.ts";
export { drawSide } from "../comparison/compareDocuments.ts";
export { ComparePanels } from "../comparison/comparePanels.ts";
export { askWhat } from "../comparison/compareQuestions.ts";
export { exportConfiguration } from "../export/exportConfiguration.ts";
export { registerYamlFeatures } from "../configuration/yamlFeatures.ts";
