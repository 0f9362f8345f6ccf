// The list of sessions.
import { $, call, element, leave, problem, when, whoAmI } from "./api.js";

const STATES = { Finished: "finished", FinishedByFallback: "finished by the fallback", Failed: "failed", Cancelled: "cancelled" };
const STAGES = {
  Opening: "starting", Story: "writing the script", StoryReview: "waits for you: the script", References: "choosing a look", Scenes: "drawing and speaking",
  ScenesReview: "waits for you: the scenes", Parked: "waits for you: a step failed", Composing: "composing", Fallback: "composing again", Closed: "ended",
};

const PAGE = 50;
let [timer, asked, last] = [0, 0, null];

/** Reads the list, or what follows on its last row. */
async function load(more = false) {
  const mine = ++asked;
  clearTimeout(timer);
  timer = 0;
  try {
    const outcome = $("outcome").value;
    const query = new URLSearchParams({ search: $("search").value, limit: PAGE });
    if (outcome === "waiting") query.set("waiting", "true");
    else if (outcome) query.set("outcome", outcome);
    if (more) query.set("before", last);
    const sessions = await call(`/api/sessions?${query}`);
    if (mine !== asked) return;
    if (!more) $("rows").replaceChildren();

    // What stands at the place of the last row may come again.
    const there = new Set([...$("rows").children].map(made => made.dataset.id));
    $("rows").append(...sessions.filter(session => !there.has(nameOf(session))).map(row));
    last = sessions.at(-1)?.place ?? last;
    const [none, filtered] = [$("rows").children.length === 0, $("search").value.trim() !== "" || outcome !== ""];
    [$("table").hidden, $("empty").hidden, $("none").hidden] = [none, !none || filtered, !none || !filtered];
    if (sessions.length < PAGE) leave($("older"), $("rows").children[there.size]?.querySelector("a") ?? $("search"));
    else $("older").hidden = false;
    problem(null);
  } catch (error) {
    if (mine === asked) problem(error);
  }
}

const nameOf = session => `${session.userId}/${session.sessionId}`;

function row(session) {
  const made = element("tr", "", { "data-id": nameOf(session) });
  const video = element("td");
  video.append(
    element("a", session.title, { href: `session.html?id=${encodeURIComponent(session.sessionId)}&userID=${encodeURIComponent(session.userId)}` }),
    element("div", session.sessionId, { class: "soft small" }));
  const state = STATES[session.outcome] ?? (session.runStatus === "Running" ? STAGES[session.stage] ?? "running" : session.runStatus.toLowerCase());
  const tag = element("td");
  tag.append(element("span", state, { class: "tag", "data-state": state.startsWith("waits") ? "waits" : state }));
  const cost = element("td", session.cost === null ? "" : `$${session.cost.toFixed(2)}`, { class: "costs" });
  made.append(video, tag, cost, element("td", when(session.startedAt), { class: "time" }), element("td", session.userId));
  return made;
}

for (const id of ["search", "outcome"]) $(id).addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(load, 250); });
// Words that were typed a moment ago come first: what follows on the rows of before is not theirs.
$("older").addEventListener("click", () => load(timer === 0));
await whoAmI();
await load();
