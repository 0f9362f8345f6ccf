// The studio: a lesson on the left, what becomes of it on the right.
import { $, call, element, once, problem, whoAmI } from "./api.js";
import { Brand } from "./brand.js";
import { onChosen, rowOf, upload } from "./brought.js";
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

const NONE = $("plan-empty").textContent;
const STALE = "What is ordered now cannot be planned: below “Make the video” it says why.";

const brought = { picture: [], music: [] };
const brand = new Brand(changed, fileProblem);

const share = name => $(name).value ? Number($(name).value) / 100 : null;
const choices = () => {
  const [kind, name] = $("archetype").value.split(/:(.*)/);
  return { [kind || "archetype"]: name || null, creativity: name ? share("creativity") : null, speed: share("speed"), verbatim: $("verbatim").checked || null };
};

const order = () => ({
  pictures: brought.picture.length ? Object.fromEntries(brought.picture.map(one => [one.name, one.id])) : null,
  tracks: brought.music.length ? brought.music.map(one => one.id) : null,
  brand: brand.order(),
  source: $("source").value,
  seconds: $("seconds").value ? Number($("seconds").value) : null,
  size: $("size").value || null,
  voice: $("voice").value || null,
  costLimit: $("costLimit").value ? Number($("costLimit").value) : null,
  ...choices(),
  music: $("music").checked ? null : false,
  interactive: $("interactive").checked,
});

let [timer, number, controller, idempotencyKey] = [0, 0, null, crypto.randomUUID()];

/** The order is another, and what was started by its key is not this one. */
function changed() {
  idempotencyKey = crypto.randomUUID();
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
    [$("plan-empty").hidden, $("plan-empty").textContent, $("hint").textContent] = [false, NONE, "Write or paste something first."];
    return problem(null);
  }
  try {
    const fault = brand.fault();
    if (fault) throw new Error(fault);
    const made = await call("/api/plan", { body: order(), signal: controller.signal });
    if (mine !== number) return;
    $("plan").replaceChildren(...planOf(made.story, made));
    $("plan-empty").hidden = true;
    [$("start").disabled, $("hint").textContent] = [false, ""];
    problem(null);
  } catch (error) {
    if (mine !== number || error.name === "AbortError") return;
    $("hint").textContent = "";
    [$("plan-empty").hidden, $("plan-empty").textContent] = [false, $("plan").children.length ? `${STALE} This is the plan of before.` : STALE];
    problem(error);
  }
}

/** What is wrong with a file stands until the next is chosen: a plan that succeeds does not take it away. */
function fileProblem(error) {
  $("file-problem").textContent = error?.message ?? "";
  $("file-problem").hidden = !error;
}

/** The server knows more encodings than a browser does. */
async function take(file) {
  fileProblem(null);
  try {
    const lesson = await upload("lesson", file);
    $("source").value = (await call(`/api/uploads/${lesson.id}/text`)).text;
    changed();
  } catch (error) {
    fileProblem(error);
  }
}

async function bring(kind, files) {
  fileProblem(null);
  for (const file of files) await upload(kind, file).then(taken => brought[kind].push(taken), fileProblem);
  showBrought();
  changed();
}

function showBrought() {
  $("brought").replaceChildren(...Object.entries(brought).flatMap(([kind, all]) => all.map(one => rowOf(
    one, element("span", kind === "picture" ? `${one.name} – in the lesson: ![](${one.name})` : `${one.name} – music`),
    () => { all.splice(all.indexOf(one), 1); showBrought(); changed(); $(kind === "picture" ? "add-pictures" : "add-music").focus(); }))));
}

$("order").addEventListener("input", event => {
  if (event.target.type !== "file") changed();
});
$("order").addEventListener("submit", event => {
  event.preventDefault();
  once($("start"), async () => {
    const started = await call("/api/sessions", { body: order(), headers: { "Idempotency-Key": idempotencyKey } });
    location.href = `session.html?id=${encodeURIComponent(started.sessionId)}`;
  }).catch(problem);
});
onChosen($("choose"), $("file"), ([file]) => take(file));
onChosen($("add-pictures"), $("pictures"), files => bring("picture", files));
onChosen($("add-music"), $("tracks"), files => bring("music", files));
$("archetype").addEventListener("change", () => {
  const name = $("archetype").value.split(/:(.*)/)[1];
  $("creativity").disabled = !name;
  $("archetype-about").textContent = archetypes.find(one => one.name === name)?.about ?? "";
});
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
const archetypes = await call("/api/archetypes");
for (const one of archetypes) {
  const name = one.isFramework ? one.name : one.name.replaceAll("_", " ");
  $("archetype").append(element("option", name, { value: `${one.isFramework ? "framework" : "archetype"}:${one.name}` }));
}
for (const voice of await call("/api/voices")) $("voice").append(element("option", voice.name, { value: voice.name, title: voice.description }));
