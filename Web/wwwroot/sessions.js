// The list of sessions.
import { $, call, element, problem, whoAmI } from "./api.js";

const STATES = { Finished: "finished", FinishedByFallback: "finished by the fallback", Failed: "failed", Cancelled: "cancelled" };
const STAGES = {
  Opening: "starting", Story: "writing the script", StoryReview: "waits for you: the script", References: "choosing a look", Scenes: "drawing and speaking",
  ScenesReview: "waits for you: the scenes", Composing: "composing", Fallback: "composing again", Closed: "ended",
};

let timer = 0;
async function load() {
  try {
    const query = new URLSearchParams({ search: $("search").value, outcome: $("outcome").value });
    const sessions = await call(`/api/sessions?${query}`);
    $("rows").replaceChildren(...sessions.map(row));
    [$("table").hidden, $("empty").hidden] = [sessions.length === 0, sessions.length > 0];
    problem(null);
  } catch (error) {
    problem(error);
  }
}

function row(session) {
  const made = element("tr");
  const video = element("td");
  video.append(
    element("a", session.title, { href: `session.html?id=${encodeURIComponent(session.sessionId)}&userID=${encodeURIComponent(session.userId)}` }),
    element("div", session.sessionId, { class: "soft small" }));
  const state = STATES[session.outcome] ?? (session.runStatus === "Running" ? STAGES[session.stage] : session.runStatus.toLowerCase());
  const tag = element("td");
  tag.append(element("span", state, { class: "tag" }));
  const cost = element("td", session.cost === null ? "" : `$${session.cost.toFixed(2)}`, { class: "costs" });
  made.append(video, tag, cost, element("td", new Date(session.startedAt).toLocaleString()), element("td", session.userId));
  return made;
}

for (const id of ["search", "outcome"]) $(id).addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(load, 250); });
await whoAmI();
await load();
