// Reads { vocabulary, graphs } from stdin; prints what the validator says of each graph.
import Validator from "@adobe/structured-data-validator";
import { readFileSync } from "node:fs";

const { vocabulary, graphs } = JSON.parse(readFileSync(0, "utf8"));
const validator = new Validator(vocabulary);

// The shape in which the validator's companion hands over what it finds in a page.
function byType(nodes) {
  const found = {};
  for (const node of nodes) {
    const type = [node["@type"]].flat()[0];
    (found[type] ??= []).push(node);
  }
  return found;
}

const issues = {};
for (const [name, graph] of Object.entries(graphs)) {
  const said = await validator.validate({ jsonld: byType(graph["@graph"]) });
  issues[name] = said.map(({ severity, rootType, issueMessage }) =>
    `${severity} ${rootType}: ${issueMessage}`,
  );
}
console.log(JSON.stringify(issues));
