// One pipeline: its graph drawn live, what jobs write and leave, and what a person can do.
import { $, call, counted, element, leave, problem, whoAmI } from "./api.js";
import { Graph } from "./graph.js";

const query = new URLSearchParams(location.search);
const [id, user] = [query.get("id") ?? "", query.get("userID")];
const address = `/api/pipelines/${encodeURIComponent(id)}`;
const own = (path, more = {}) => `${path}?${new URLSearchParams({ ...(user ? { userID: user } : {}), ...more })}`;
const ENDED = ["Completed", "Failed", "Cancelled"];
const FINAL = [...ENDED, "Skipped"];
const graph = new Graph($("graph"), choose);
let [pipeline, status, chosen, stopLog, later, following] = [null, null, null, () => {}, 0, false];

/** Hears a socket until its end, and comes again when the connection is lost. */
function hear(path, message, end) {
  let [stopped, socket] = [false, null];
  const open = () => {
    socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path()}`);
    socket.onmessage = ({ data }) => { $("note").textContent = ""; message(JSON.parse(data)); };
    socket.onclose = ({ reason }) => {
      if (stopped) return;
      if (reason === "ended") return end?.();
      $("note").textContent = "The connection is lost; trying again.";
      setTimeout(() => stopped || open(), 1500);
    };
  };
  open();
  return () => { stopped = true; socket.close(); };
}

async function load() {
  try {
    pipeline = await call(own(address));
    show(pipeline.status);
    problem(null);
  } catch (error) {
    problem(error);
  }
}

function show(now) {
  status = now;
  document.title = $("title").textContent = `${now.pipelineId}`;
  $("prompt").textContent = [now.template, pipeline.prompt].filter(Boolean).join(": ");
  [$("outcome").textContent, $("outcome").dataset.state] = [now.outcome.toLowerCase(), now.outcome];
  $("counts").textContent = Object.entries(now.counts).map(([state, count]) => `${count} ${state.toLowerCase()}`).join(", ");
  [$("error").textContent, $("error").hidden] = [pipeline.error ?? "", !pipeline.error || now.outcome !== "Failed"];
  const ended = ENDED.includes(now.outcome);
  for (const [button, isOffered] of [["cancel", !ended], ["rerun", ended && now.outcome !== "Completed"]]) {
    if (isOffered) $(button).hidden = false;
    else leave($(button), $("state"));
  }
  [$("run").hidden, $("run").href] = [!pipeline.runUrl, pipeline.runUrl ?? ""];
  graph.draw(pipeline.nodes);
  graph.states(now.jobs);
  ask(now.jobs.filter(job => job.state === "Waiting" && pipeline.nodes.find(node => node.id === job.job)?.type === "approval"));
  if (chosen) about();
}

/** A place for a word on each job that waits for one; what is being typed stays. */
function ask(waiting) {
  for (const card of [...$("approvals").children].filter(card => !waiting.some(job => job.job === card.dataset.approval))) {
    leave(card, $("state"));
    card.remove();
  }
  for (const job of waiting.filter(each => ![...$("approvals").children].some(card => card.dataset.approval === each.job))) {
    const card = element("div", "", { "data-approval": job.job, class: "approval" });
    const comment = element("input", "", { id: `comment-${job.job}` });
    const word = (text, approves, look) => {
      const button = element("button", text, { type: "button", ...look });
      button.addEventListener("click", () => act("/approve", { job: job.job, approves, comment: comment.value || null }));
      return button;
    };
    const bar = element("div", "", { class: "bar" });
    bar.append(word(`Approve ${job.job}`, true, {}), word(`Reject ${job.job}`, false, { class: "plain" }));
    card.append(element("label", `${job.job}: a comment, if you like`, { for: comment.id }), comment, bar);
    $("approvals").append(card);
  }
  $("words").hidden = waiting.length === 0;
}

async function act(what, body) {
  try {
    problem(null);
    await call(own(address + what), { method: "POST", body });
    await load();
    follow();
  } catch (error) {
    problem(error);
  }
}

function choose(job) {
  chosen = job;
  graph.select(job);
  $("job").hidden = false;
  about();
  listen();
  $("job").scrollIntoView({ block: "nearest" });
}

function about() {
  const [node, job] = [pipeline.nodes.find(each => each.id === chosen), status.jobs.find(each => each.job === chosen)];
  if (!node || !job) return;
  $("job-title").textContent = node.id;
  const facts = {
    State: job.state.toLowerCase(), Attempt: job.attempt || "none yet", Retries: job.retryCount ? `${job.retryCount} of ${node.maxRetries}` : null,
    "Lost workers": job.lost || null, "Asked for by": node.parentJob,
  };
  $("job-facts").replaceChildren(...Object.entries(facts).filter(([, value]) => value).map(([name, value]) => {
    const made = element("div");
    made.append(element("dt", name), element("dd", `${value}`));
    return made;
  }));
  $("job-reason").textContent = [node.regressionReason && `Because: ${node.regressionReason}`, job.reason].filter(Boolean).join(" ");
  if (ENDED.includes(status.outcome) && !node.parentJob) $("job-rerun").hidden = false;
  else leave($("job-rerun"), $("state"));
  const left = pipeline.artifacts.filter(artifact => artifact.job === chosen);
  $("job-artifacts").hidden = left.length === 0;
  $("artifact-list").replaceChildren(...left.map(artifact));
}

function artifact(each) {
  const made = element("li");
  const path = `${address}/jobs/${encodeURIComponent(each.job)}/artifacts`;
  const used = each.usedBy.length ? `used by ${each.usedBy.join(", ")}` : "used by nobody yet";
  const kind = each.type === "file" ? "" : each.type.replace("_", " ");
  made.append(
    element("a", each.path, { href: own(path, { path: each.path, attempt: each.attempt }), download: "" }),
    element("span", [counted(each.bytes, "byte"), kind, `attempt ${each.attempt}`, used, each.sha256.slice(0, 12)].filter(Boolean).join(" · "), { class: "soft small" }));
  return made;
}

/** The log of the chosen job as it is written; who comes again goes on behind what is there. */
function listen() {
  stopLog();
  let [attempt, next] = [0, 0];
  $("log").textContent = "";
  const path = () => own(`/ws/pipelines/${encodeURIComponent(id)}/jobs/${encodeURIComponent(chosen)}/logs`, { attempt, offset: next });
  stopLog = hear(path, part => {
    const below = $("log").scrollHeight - $("log").scrollTop - $("log").clientHeight < 40;
    if (attempt && part.attempt !== attempt) $("log").append(`\n[attempt ${part.attempt}]\n`);
    [attempt, next] = [part.attempt, part.next];
    $("log").append(part.text);
    if (below) $("log").scrollTop = $("log").scrollHeight;
  }, () => { if (!$("log").textContent) $("log").textContent = "It has written nothing."; });
}

function follow() {
  if (following || ENDED.includes(status?.outcome)) return;
  following = true;
  hear(() => own(`/ws/pipelines/${encodeURIComponent(id)}`), now => {
    const job = each => now.jobs.find(other => other.job === each);
    const again = chosen && FINAL.includes(status.jobs.find(each => each.job === chosen)?.state) && !FINAL.includes(job(chosen)?.state);
    show(now);
    if (again) listen();
    clearTimeout(later);
    later = setTimeout(load, 300);
  }, () => { following = false; load(); });
}

/** The lines of all logs that have some words. */
async function search(event) {
  event.preventDefault();
  try {
    const lines = await call(own(`${address}/logs`, { search: $("log-words").value }));
    $("log-finds").replaceChildren(...lines.map(line => {
      const made = element("li", line.text);
      made.append(element("span", `${line.job} · attempt ${line.attempt} · line ${line.line}`, { class: "soft small" }));
      return made;
    }));
    if (!lines.length) $("log-finds").append(element("li", "Nothing that was written has these words."));
    problem(null);
  } catch (error) {
    problem(error);
  }
}

$("log-search").addEventListener("submit", search);
$("cancel").addEventListener("click", () => act("/cancel"));
$("rerun").addEventListener("click", () => act("/rerun", {}));
$("job-rerun").addEventListener("click", () => act("/rerun", { from: chosen }));
await whoAmI();
await load();
if (status) {
  const first = status.jobs.find(job => ["Running", "Failed", "Waiting"].includes(job.state))
    ?? status.jobs.find(job => !FINAL.includes(job.state)) ?? status.jobs.at(-1);
  choose(first.job);
  scrollTo(0, 0);
  follow();
}
