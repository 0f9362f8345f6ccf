// The studio: a lesson on the left, what becomes of it on the right.
import { $, call, element, problem, whoAmI } from "./api.js";
import { upload } from "./edit.js";
import { planOf } from "./plan.js";

const EXAMPLE = `# How a rainbow comes about

## What do you see?

A rainbow is sunlight that raindrops have taken apart.

## What happens in a drop

1. Sunlight enters the drop and is bent.
2. It is reflected at the back of the drop.
3. It is bent again when it leaves.

Each colour is bent a little differently, so that the colours part.

## Where to look

Stand with the sun behind you and look at the rain.
`;

const brought = { picture: [], music: [] };

const order = () => ({
  pictures: brought.picture.length ? Object.fromEntries(brought.picture.map(one => [one.name, one.id])) : null,
  tracks: brought.music.length ? brought.music.map(one => one.id) : null,
  source: $("source").value,
  seconds: $("seconds").value ? Number($("seconds").value) : null,
  size: $("size").value || null,
  voice: $("voice").value || null,
  costLimit: $("costLimit").value ? Number($("costLimit").value) : null,
  music: $("music").checked ? null : false,
  interactive: $("interactive").checked,
});

let [timer, number, controller] = [0, 0, null];

function changed() {
  clearTimeout(timer);
  localStorage.setItem("lesson", $("source").value);
  timer = setTimeout(plan, 400);
}

async function plan() {
  const mine = ++number;
  controller?.abort();
  controller = new AbortController();
  const empty = $("source").value.trim() === "";
  $("start").disabled = true;
  if (empty) {
    $("plan").replaceChildren();
    [$("plan-empty").hidden, $("hint").textContent] = [false, "Write or paste something first."];
    return problem(null);
  }
  try {
    const made = await call("/api/plan", { body: order(), signal: controller.signal });
    if (mine !== number) return;
    $("plan").replaceChildren(...planOf(made.story, made));
    $("plan-empty").hidden = true;
    [$("start").disabled, $("hint").textContent] = [false, ""];
    problem(null);
  } catch (error) {
    if (mine !== number || error.name === "AbortError") return;
    $("hint").textContent = "";
    problem(error);
  }
}

/** The server knows more encodings than a browser does. */
async function take(file) {
  try {
    const lesson = await upload("lesson", file);
    $("source").value = (await call(`/api/uploads/${lesson.id}/text`)).text;
    changed();
  } catch (error) {
    problem(error);
  }
}

async function bring(kind, files) {
  try {
    for (const file of files) brought[kind].push(await upload(kind, file));
    changed();
  } catch (error) {
    problem(error);
  }
  showBrought();
}

function showBrought() {
  const items = Object.entries(brought).flatMap(([kind, all]) => all.map(one => {
    const item = element("li", kind === "picture" ? `${one.name} – in the lesson: ![](${one.name})` : `${one.name} – music`);
    const away = element("button", "Remove", { type: "button", class: "plain small", "aria-label": `Remove ${one.name}` });
    away.addEventListener("click", () => { all.splice(all.indexOf(one), 1); showBrought(); changed(); });
    item.append(away);
    return item;
  }));
  $("brought").replaceChildren(...items);
}

let idempotencyKey = crypto.randomUUID();
$("order").addEventListener("input", event => {
  idempotencyKey = crypto.randomUUID();
  if (event.target.type !== "file") changed();
});
$("order").addEventListener("submit", async event => {
  event.preventDefault();
  $("start").disabled = true;
  try {
    const started = await call("/api/sessions", { body: order(), headers: { "Idempotency-Key": idempotencyKey } });
    location.href = `session.html?id=${encodeURIComponent(started.sessionId)}`;
  } catch (error) {
    problem(error);
    $("start").disabled = false;
  }
});
$("choose").addEventListener("click", () => $("file").click());
$("file").addEventListener("change", event => event.target.files[0] && take(event.target.files[0]));
for (const [open, input, kind] of [["add-pictures", "pictures", "picture"], ["add-music", "tracks", "music"]]) {
  $(open).addEventListener("click", () => $(input).click());
  $(input).addEventListener("change", event => bring(kind, event.target.files));
}
$("voice").addEventListener("change", () => { $("listen").disabled = !$("voice").value; });
$("listen").addEventListener("click", async () => {
  try {
    await new Audio(`/api/voices/${encodeURIComponent($("voice").value)}/sample`).play();
  } catch {
    problem(new Error("There is no sample of this voice."));
  }
});
$("example").addEventListener("click", () => { $("source").value = EXAMPLE; changed(); });
$("source").addEventListener("dragover", event => { event.preventDefault(); $("source").classList.add("over"); });
$("source").addEventListener("dragleave", () => $("source").classList.remove("over"));
$("source").addEventListener("drop", event => {
  $("source").classList.remove("over");
  if (event.dataTransfer.files[0]) { event.preventDefault(); take(event.dataTransfer.files[0]); }
});

await whoAmI();
$("source").value = localStorage.getItem("lesson") ?? "";
if ($("source").value) plan();
for (const voice of await call("/api/voices")) $("voice").append(element("option", voice.name, { value: voice.name, title: voice.description }));
