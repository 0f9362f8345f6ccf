// Calls of the HTTP API, and small helpers of all pages.

export const $ = id => document.getElementById(id);

/** Makes an element; text is set as text, never as markup. */
export function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Calls the API; a failure is an error with the sentence that the server says. */
export async function call(path, options = {}) {
  const { body, ...rest } = options;
  const answer = await fetch(path, {
    ...rest,
    method: rest.method ?? (body === undefined ? "GET" : "POST"),
    headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...rest.headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (answer.status === 401) await login();
  const text = await answer.text();
  const value = text && answer.headers.get("Content-Type")?.includes("json") ? JSON.parse(text) : null;
  if (!answer.ok) throw Object.assign(new Error(value?.detail ?? value?.title ?? `The server answered ${answer.status}.`), { status: answer.status });
  return value;
}

/** Shows or hides the sentence of an error; nobody who types is taken away from where they are. */
export function problem(error, place = "problem") {
  $(place).textContent = error?.message ?? "";
  $(place).hidden = !error;
  if (error && !document.activeElement?.matches("input, select, textarea")) $(place).scrollIntoView({ block: "nearest" });
}

/** A number of things as people say it: 1 clip, 2 clips. */
export const counted = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;

/** A time as people write it. */
export const when = time => new Date(time).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });

/** Runs what a button starts, once at a time. One that is disabled meanwhile would lose the focus, and who uses the keyboard their place. */
export async function once(button, work) {
  if (button.ariaDisabled === "true") return;
  button.ariaDisabled = "true";
  try {
    await work();
  } finally {
    button.ariaDisabled = "false";
  }
}

/** Takes something away; a focus that it held goes to what tells how things are now. */
export function leave(place, now) {
  const held = place.contains(document.activeElement);
  place.hidden = true;
  if (held) now.focus();
}

/** Who uses the page; asks for a key where one is needed. */
export async function whoAmI() {
  const me = await call("/api/me");
  if (!me.userId) return login();
  $("who").textContent = me.local ? `${me.userId}, without a key` : me.userId;
  return me;
}

let asking;
function login() {
  return asking ??= new Promise(() => {
    const dialog = element("dialog", "", { class: "card", "aria-label": "Key" });
    const form = element("form");
    form.append(
      element("label", "API key (starter key create)", { for: "key" }),
      element("input", "", { id: "key", type: "password", autocomplete: "current-password", required: "" }),
      element("p", "", { class: "error", role: "alert", hidden: "" }),
      element("button", "Come in"));
    form.addEventListener("submit", async event => {
      event.preventDefault();
      const answer = await fetch("/api/login", {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ key: form.querySelector("input").value }),
      });
      if (answer.ok) return location.reload();
      const said = form.querySelector("p");
      [said.textContent, said.hidden] = [(await answer.json()).detail, false];
    });
    dialog.append(form);
    document.body.append(dialog);
    dialog.showModal();
  });
}
