// The list of pipelines, and a form that starts one.
import { $, call, counted, element, leave, once, problem, when, whoAmI } from "./api.js";

let [templates, next] = [[], "/api/pipelines?limit=30"];

async function load() {
  try {
    const page = await call(next);
    next = page.next;
    const rows = page.pipelines.map(row);
    $("rows").append(...rows);
    const none = $("rows").children.length === 0;
    [$("table").hidden, $("empty").hidden] = [none, !none];
    if (next) $("older").hidden = false;
    else leave($("older"), (rows[0] ?? $("rows").lastElementChild)?.querySelector("a") ?? $("template"));
  } catch (error) {
    problem(error);
  }
}

function row(pipeline) {
  const made = element("tr");
  const name = element("td");
  const query = new URLSearchParams({ id: pipeline.pipelineId, userID: pipeline.userId });
  name.append(
    element("a", pipeline.pipelineId, { href: `pipeline.html?${query}` }),
    element("div", [pipeline.template, pipeline.prompt].filter(Boolean).join(" · "), { class: "soft small" }));
  const state = element("td");
  state.append(element("span", pipeline.state.toLowerCase(), { class: "tag state", "data-state": pipeline.state }));
  if (pipeline.error) state.append(element("div", pipeline.error, { class: "soft small" }));
  made.append(name, state, element("td", when(pipeline.createdAt), { class: "time" }), element("td", pipeline.userId));
  return made;
}

function show() {
  const template = templates.find(each => each.name === $("template").value);
  $("description").textContent = template ? `${capital(template.description)}. ${counted(template.jobs.length, "job")}: ${template.jobs.map(job => job.id).join(", ")}.` : "";
  $("parameters").replaceChildren(...(template?.parameters ?? []).map(field));
}

const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

function field(parameter) {
  const made = element("div");
  const id = `parameter-${parameter.name}`;
  const input = parameter.type === "flag" ? element("select", "", { id }) : element("input", "", { id });
  if (parameter.type === "flag") input.append(element("option", "false"), element("option", "true"));
  if (parameter.type === "whole") input.inputMode = "numeric";
  input.required = parameter.required;
  input.value = parameter.default || (parameter.type === "flag" ? "false" : "");
  input.dataset.parameter = parameter.name;
  made.append(element("label", parameter.name, { for: id }), input);
  if (parameter.description) {
    input.setAttribute("aria-describedby", `${id}-about`);
    made.append(element("p", parameter.description, { class: "soft small", id: `${id}-about` }));
  }
  return made;
}

$("template").addEventListener("change", show);
$("older").addEventListener("click", load);
$("start-form").addEventListener("submit", event => {
  event.preventDefault();
  problem(null);
  once(event.target.querySelector("button"), start).catch(problem);
});

async function start() {
  const parameters = Object.fromEntries(
    [...document.querySelectorAll("[data-parameter]")].filter(input => input.value !== "").map(input => [input.dataset.parameter, input.value]));
  const template = $("template").value;
  const id = `${template.slice(0, 50)}-${Date.now().toString(36)}`;
  const started = await call("/api/pipelines", { body: { template, id, prompt: $("prompt").value, parameters } });
  location.href = `pipeline.html?${new URLSearchParams({ id: started.pipelineId, userID: started.userId })}`;
  await new Promise(() => {}); // A second click, while the page goes, would start another.
}

await whoAmI();
await load();
try {
  templates = await call("/api/pipeline-templates");
  $("template").replaceChildren(...templates.map(template => element("option", template.name)));
  show();
} catch (error) {
  problem(error);
}
