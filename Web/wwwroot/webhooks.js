// Webhooks: the list, what was sent to each and how it fared, and a form that adds one.
import { $, call, element, once, problem, when, whoAmI } from "./api.js";

const EVENTS = {
  "session.progressed": "a session goes on", "session.waiting": "a session waits for you", "session.completed": "a video is ready",
  "session.failed": "a session has failed", "session.cancelled": "a session was stopped", "pipeline.waiting": "a pipeline waits for you",
  "pipeline.completed": "a pipeline is complete", "pipeline.failed": "a pipeline has failed", "pipeline.cancelled": "a pipeline was stopped",
};
const STATES = { pending: "not sent yet", retrying: "sent again until it is taken", delivered: "delivered", given_up: "given up" };
const ON_THE_WAY = ["pending", "retrying"];

/** Runs what a button starts, and shows the sentence of an error. */
function attempt(button, work) {
  problem(null);
  return once(button, work).catch(problem);
}

function button(text, work, label) {
  const made = element("button", text, { type: "button", class: "plain small", ...(label ? { "aria-label": label } : {}) });
  made.addEventListener("click", () => attempt(made, work));
  return made;
}

async function load() {
  try {
    const hooks = await call("/api/webhooks");
    $("hooks").replaceChildren(...hooks.map(card));
    $("empty").hidden = hooks.length > 0;
  } catch (error) {
    problem(error);
  }
}

function card(hook) {
  const made = element("li", "", { class: "edit-card" });
  const about = element("div");
  const told = hook.events.length === Object.keys(EVENTS).length ? "told of everything" : `told when ${hook.events.map(type => EVENTS[type] ?? type).join(", ")}`;
  about.append(
    element("h3", hook.url, { class: "address" }),
    element("p", `${hook.id} · since ${when(hook.createdAt)} · ${told}`, { class: "soft small" }));
  if (hook.disabledBecause) about.append(element("p", `It is told nothing any more: ${hook.disabledBecause}`, { class: "left-out" }));
  const deliveries = element("div", "", { role: "region", "aria-label": `Messages to ${hook.url}`, tabindex: "-1", hidden: "" });
  const show = button("Last messages", () => {
    deliveries.hidden = !deliveries.hidden;
    show.setAttribute("aria-expanded", String(!deliveries.hidden));
    return deliveries.hidden ? null : list(hook, deliveries);
  }, `Last messages to ${hook.url}`);
  show.setAttribute("aria-expanded", "false");
  const test = button("Send a test", async () => {
    await call(`/api/webhooks/${hook.id}/test`, { method: "POST" });
    [deliveries.hidden] = [false];
    show.setAttribute("aria-expanded", "true");
    await list(hook, deliveries);
  }, `Send a test to ${hook.url}`);
  const bar = element("div", "", { class: "bar tools" });
  bar.append(...(hook.disabledBecause ? [] : [test]), show, removal(hook));
  made.append(about, bar, deliveries);
  return made;
}

/** Asks again on the same place before it ends a subscription. */
function removal(hook) {
  const remove = element("button", "Remove", { type: "button", class: "plain small", "aria-label": `Remove ${hook.url}` });
  let sure = false;
  remove.addEventListener("click", () => {
    if (!sure) {
      sure = true;
      remove.textContent = "Really remove it";
      remove.setAttribute("aria-label", `Really remove ${hook.url}`);
      return;
    }
    attempt(remove, async () => {
      await call(`/api/webhooks/${hook.id}`, { method: "DELETE" });
      await load();
      $("url").focus();
    });
  });
  remove.addEventListener("blur", () => {
    sure = false;
    remove.textContent = "Remove";
    remove.setAttribute("aria-label", `Remove ${hook.url}`);
  });
  return remove;
}

/** Looks again while a message is on its way and somebody looks on. */
async function list(hook, deliveries) {
  const messages = await call(`/api/webhooks/${hook.id}/deliveries?limit=20`);
  const held = deliveries !== document.activeElement && deliveries.contains(document.activeElement);
  if (messages.length === 0) deliveries.replaceChildren(element("p", "Nothing was sent yet.", { class: "soft" }));
  else if (!held || !deliveries.querySelector("table")) deliveries.replaceChildren(table(hook, messages, deliveries));
  if (messages.some(message => ON_THE_WAY.includes(message.status)))
    setTimeout(() => { if (deliveries.isConnected && !deliveries.hidden) list(hook, deliveries).catch(problem); }, 2000);
}

function table(hook, messages, deliveries) {
  const made = element("table");
  const [head, body, titles] = [element("thead"), element("tbody"), element("tr")];
  for (const title of ["What", "State", "Answer", "When", ""]) titles.append(element(title ? "th" : "td", title, title ? { scope: "col" } : {}));
  head.append(titles);
  body.append(...messages.map(message => row(hook, message, deliveries)));
  made.append(head, body);
  return made;
}

function row(hook, message, deliveries) {
  const made = element("tr");
  const [what, state, again] = [element("td", message.type), element("td"), element("td")];
  if (message.sessionId) what.append(element("div", message.sessionId, { class: "soft small" }));
  state.append(element("span", STATES[message.status] ?? message.status, { class: "tag" }));
  if (message.attempts > 1) state.append(element("div", `sent ${message.attempts} times`, { class: "soft small" }));
  const answer = message.status === "delivered" ? message.answer : message.error ?? message.answer ?? "";
  if (!ON_THE_WAY.includes(message.status) && !hook.disabledBecause)
    again.append(button("Send again", async () => {
      await call(`/api/webhooks/${hook.id}/deliveries/${message.id}/again`, { method: "POST" });
      again.replaceChildren();
      deliveries.focus();
      await list(hook, deliveries);
    }, `Send again: ${message.type} of ${when(message.createdAt)}`));
  made.append(what, state, element("td", String(answer ?? "")), element("td", when(message.lastAt ?? message.createdAt)), again);
  return made;
}

$("events").append(...Object.entries(EVENTS).map(([type, words]) => {
  const label = element("label", "", { class: "check" });
  label.append(element("input", "", { type: "checkbox", value: type, checked: "" }), element("span", words));
  return label;
}));
$("copy").addEventListener("click", async () => {
  $("secret").select();
  try {
    await navigator.clipboard.writeText($("secret").value);
    $("copied").textContent = "Copied.";
  } catch {
    $("copied").textContent = "It is selected: copy it with the keyboard.";
  }
});
$("add-form").addEventListener("submit", event => {
  event.preventDefault();
  attempt(event.target.querySelector("button"), async () => {
    const chosen = [...document.querySelectorAll("#events input:checked")].map(input => input.value);
    if (chosen.length === 0) throw new Error("Choose at least one thing that it is told.");
    const events = chosen.length === Object.keys(EVENTS).length ? [] : chosen;
    const made = await call("/api/webhooks", { body: { url: $("url").value, events } });
    [$("secret").value, $("copied").textContent, $("made").hidden, $("url").value] = [made.secret, "", false, ""];
    await load();
    $("made-title").focus();
  });
});

await whoAmI();
await load();
