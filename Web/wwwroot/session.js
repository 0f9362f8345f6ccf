// One session: its progress, what a person decides, its video.
import { $, call, element, leave, once, problem, whoAmI } from "./api.js";
import { Agents, follow, showVideo } from "./agents.js";
import { Editor } from "./edit.js";
import { planOf } from "./plan.js";
import { reviewTakes } from "./takes.js";

const query = new URLSearchParams(location.search);
const [id, user] = [query.get("id") ?? "", query.get("userID")];
const api = (path, more) => {
  const asked = [user && `userID=${encodeURIComponent(user)}`, more].filter(Boolean).join("&");
  return `/api/sessions/${encodeURIComponent(id)}${path}${asked && `?${asked}`}`;
};
const STAGES = {
  Opening: "It starts.", Story: "The script is being written.", StoryReview: "The script waits for you.", References: "Its pictures get a common look.", Scenes: "It is drawn and spoken.",
  ScenesReview: "The scenes wait for you.", Composing: "The video is composed.", Fallback: "The video is composed in another way.", Closed: "",
};
const ENDS = { Finished: "The video is ready.", FinishedByFallback: "The video is ready; the fallback made it.", Failed: "There is no video.", Cancelled: "It was stopped." };

let [story, shownVersion, shownReview] = [null, null, null];
let asked = 0; // how often the orchestrator has said something: each review of scenes is another one
const agents = new Agents($("agents"), $("costs"));
let editor = null;

async function refresh() {
  const { state, runUrl } = await call(api(""));
  $("title").textContent = document.title = state.title ?? id;
  $("stage").textContent = ENDS[state.outcome] ?? (state.parked?.length ? "A step failed and waits for you." : STAGES[state.stage]);
  const ended = state.outcome !== "Running";
  if (ended) leave($("cancel"), $("stage"));
  if (ended) agents.end();
  [$("run").hidden, $("run").href] = [!runUrl, runUrl ?? "#"];
  if (state.title) await showStory();
  review(state.waitingFor);
  parked(state.parked ?? []);
  if (state.videoUrl) finish(state.videoUrl);
  if (ended && story && !editor) {
    editor = new Editor(api);
    await editor.open(story.story);
    $("edit").hidden = false;
  }
  if (state.outcome === "Failed") failed(state);
  if (state.parent && $("compare").hidden) await compare(state.parent);
}

/** Why there is no video, and what can be done about it. */
function failed({ agents: newest }) {
  $("failed-reason").textContent = newest.find(message => message.agentnumber === "Orchestrator")?.reason ?? "";
  const studio = element("a", "order it anew", { href: "/" });
  $("failed-help").replaceChildren(...editor
    ? ["Put that right first. Then change something ", element("a", "below", { href: "#edit" }), ": what is made already is kept. Or ", studio, "."]
    : ["Put that right first, then ", studio, "."]);
  $("failed").hidden = false;
}

/** The video that this one was made of. */
async function compare({ userId, sessionId }) {
  const before = await call(`/api/sessions/${encodeURIComponent(sessionId)}?userID=${encodeURIComponent(userId)}`).catch(() => null);
  $("parent").textContent = before?.state.title ? `${before.state.title} (${sessionId})` : sessionId;
  $("parent").href = `session.html?id=${encodeURIComponent(sessionId)}&userID=${encodeURIComponent(userId)}`;
  $("parent-player").hidden = !before?.state.videoUrl;
  if (before?.state.videoUrl) $("parent-player").src = before.state.videoUrl;
  $("compare").hidden = false;
}

let stillTimer = 0;

/** Scenes that are drawn meanwhile appear as they come. */
function showStills() {
  clearTimeout(stillTimer);
  stillTimer = setTimeout(() => {
    for (const still of $("plan").querySelectorAll("img[data-still]")) if (!still.naturalWidth) still.src = `${still.dataset.still}&at=${Date.now()}`;
  }, 600);
}

async function showStory() {
  story = await call(api("/story")).catch(error => error.status === 404 ? null : Promise.reject(error));
  $("story").hidden = !story;
  if (story && story.version !== shownVersion) {
    shownVersion = story.version;
    $("plan").replaceChildren(...planOf(story.story, { stillOf: segment => api(`/stills/${segment.segment_id}`) }));
  }
}

function review(subject) {
  if (subject) $("review").hidden = false;
  else leave($("review"), $("stage"));
  const shown = subject && `${subject} ${story?.version} ${subject === "scenes" ? asked : ""}`;
  if (shown === shownReview) return;
  shownReview = shown;
  if (!subject) return;
  const script = subject === "story";
  $("review-title").textContent = script ? "Is the script right?" : "Are the scenes right?";
  $("review-text").textContent = script
    ? "Rewrite titles and sentences, one sentence a line. A segment without a line is taken out of the video."
    : "Approve them, or say what is to be drawn otherwise.";
  const segments = story?.story.segments ?? [];
  $("script").className = script ? "segments" : "segments scenes";
  $("script").replaceChildren(...(script ? segments : []).map(edit));
  if (!script) offerTakes(segments, shown).catch(problem);
}

/** The scenes, and where one was drawn more than once, what it can show. */
async function offerTakes(segments, shown) {
  const choose = ({ segmentId, take }) => send({ subject: "scenes", segmentId, take });
  const offers = await Promise.all(segments.map(segment => reviewTakes(segment, api, choose)));
  if (shown !== shownReview) return;
  $("script").replaceChildren(...offers);
  for (const still of $("plan").querySelectorAll("img[data-still]")) still.src = `${still.dataset.still}&at=${Date.now()}`;
}

function edit(segment, index) {
  const item = element("li");
  const lines = segment.sentences.map(sentence => sentence.text);
  const title = element("input", "", { id: `title-${segment.segment_id}` });
  const text = element("textarea", "", { class: "short", id: `text-${segment.segment_id}`, rows: Math.max(2, lines.length + 1) });
  [title.value, text.value] = [segment.title, lines.join("\n")];
  item.append(
    element("label", `Title of segment ${index + 1}`, { for: title.id }), title,
    element("label", `What segment ${index + 1} says`, { for: text.id }), text);
  item.edit = () => {
    const now = text.value.split("\n").map(line => line.trim()).filter(Boolean);
    const changed = { segmentId: segment.segment_id };
    if (title.value.trim() !== segment.title && title.value.trim()) changed.title = title.value.trim();
    if (now.join("\n") !== lines.join("\n")) changed.sentences = now;
    return Object.keys(changed).length > 1 ? [changed] : [];
  };
  return item;
}

function decide(feedback) {
  const subject = shownReview.split(" ")[0];
  const edits = feedback === null && subject === "story" ? [...$("script").children].flatMap(item => item.edit()) : [];
  return send({ subject, version: story?.version, feedback, edits });
}

const send = decision => once($("approve"), async () => {
  try {
    await call(api("/review"), { body: decision });
    leave($("review"), $("stage"));
    $("feedback").value = "";
    problem(null, "review-problem");
  } catch (error) {
    problem(error, "review-problem");
  }
  await refresh();
});

const CHOICES = { retry: "Try again", edit: "Try again with these words", skip: "Go on without it", fallback: "Let another make it", fail: "Give up" };
let shownParked = "";

/** Steps that have failed for good: what went wrong, and what a person may say. */
function parked(steps) {
  if (steps.length) $("parked").hidden = false;
  else leave($("parked"), $("stage"));
  if (JSON.stringify(steps) === shownParked) return;
  shownParked = JSON.stringify(steps);
  $("parked-steps").replaceChildren(...steps.map(step => {
    const item = element("li", "", { "data-step": step.id });
    const bar = element("div", "", { class: "bar" });
    // What may have been paid is looked up in the provider's account before it is made again.
    const unclear = step.error === "PaymentUnclear";
    const words = element("textarea", "", { rows: 3, "aria-label": `Other words for ${step.id}`, placeholder: step.agent === "Agent4"
      ? "What is to be said instead" : "What the picture is to show instead" });
    const offers = step.options.flatMap(choice => unclear && (choice === "retry" || choice === "edit")
      ? [[`It was paid: ${CHOICES[choice].toLowerCase()}`, choice, true], [`It was not paid: ${CHOICES[choice].toLowerCase()}`, choice, false]]
      : [[CHOICES[choice], choice]]);
    for (const [label, choice, paid] of offers) {
      const button = element("button", label, choice === "retry" ? {} : { class: "plain" });
      button.addEventListener("click", () => settle(step, choice, bar, paid, choice === "edit" ? words.value : undefined));
      bar.append(button);
    }
    const price = step.price > 0 ? ` Another try may cost about $${step.price}.` : "";
    const again = unclear ? " Look into the provider's account first: was it paid?" : "";
    item.append(element("strong", step.id), element("p", `${step.reason}${price}${again}`),
      element("p", `The session fails if nobody decides until ${new Date(step.until).toLocaleString()}.`, { class: "soft small" }),
      ...(step.options.includes("edit") ? [words] : []), bar);
    return item;
  }));
}

const settle = (step, choice, bar, paid, text) => once(bar.querySelector("button"), async () => {
  try {
    await call(api("/decide"), { body: { choice, steps: [step.id], paid, text } });
    problem(null);
  } catch (error) {
    problem(error);
  }
  await refresh();
});

/** The segments as chapters, for the player and for people, who go to one of them. */
async function chapters() {
  const answer = await fetch(api("/chapters"));
  const text = await answer.text();
  const parts = [...(answer.ok ? text : "").matchAll(/^(\d+):(\d+):(\d+\.\d+) --> .*\n(.*)$/gm)];
  if (parts.length < 2) return;
  $("player").append(element("track", "", { kind: "chapters", src: api("/chapters"), srclang: story?.story.language ?? "en" }));
  const plain = title => title.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  $("chapters").replaceChildren(...parts.map(([, hours, minutes, seconds, title]) => {
    const at = hours * 3600 + minutes * 60 + Number(seconds);
    const made = element("li");
    const button = element("button", "", { type: "button", class: "link" });
    button.append(element("span", `${Math.floor(at / 60)}:${String(Math.floor(at % 60)).padStart(2, "0")} `, { class: "costs" }), plain(title));
    button.addEventListener("click", () => { $("player").currentTime = at; $("player").play().catch(() => {}); });
    made.append(button);
    return made;
  }));
  $("chapter-part").hidden = false;
}

function finish(url) {
  showVideo(url);
  if (!$("player").querySelector("track")) {
    chapters().catch(problem);
    const captions = url.replace("final.mp4", "final.vtt");
    $("player").append(element("track", "", { kind: "subtitles", src: captions, label: "Subtitles", srclang: story?.story.language ?? "en" }));
    const names = { mp4: "Download the video", srt: "Subtitles (SRT)", vtt: "Subtitles (VTT)" };
    for (const [type, name] of Object.entries(names)) {
      const link = url.replace("final.mp4", `final.${type}`);
      $("downloads").append(element("a", name, { class: "button plain", href: `${link}&download=true` }));
    }
  }
}

$("approve").addEventListener("click", () => decide(null));
$("revise").addEventListener("click", () => {
  const feedback = $("feedback").value.trim();
  if (feedback) return decide(feedback);
  problem(new Error("Say first what is to be changed."), "review-problem");
  $("feedback").focus();
});
$("cancel").addEventListener("click", () => call(api("/cancel"), { method: "POST" }).catch(problem));

await whoAmI();
try {
  await refresh();
  let timer = 0;
  const soon = () => { clearTimeout(timer); timer = setTimeout(() => refresh().catch(problem), 150); };
  follow(id, user, {
    message: message => {
      agents.take(message);
      if (message.agentnumber === "Agent2") showStills();
      if (message.agentnumber === "Orchestrator") [asked, $("overall").value] = [asked + 1, message.progress ?? $("overall").value];
      soon();
    },
    note: text => { if (text) $("stage").textContent = text; },
    end: soon,
  });
} catch (error) {
  if (error.status !== 404 && error.status !== 400) problem(error);
  else missing();
}

/** There is nothing to show of a session that is not there. */
function missing() {
  $("title").textContent = "There is no such session";
  $("stage").replaceChildren(`There is no session “${id}” of yours. `, element("a", "The list of your sessions", { href: "sessions.html" }));
  for (const section of document.querySelectorAll("main > :is(section, .two, .videos)")) section.hidden = true;
}
