// Files that a person brought: each is told by its content on the server, is a row with a preview, and can be taken away.
import { element } from "./api.js";

/** Brings a file to the server. */
export async function upload(kind, file) {
  const form = new FormData();
  form.append("file", file);
  const answer = await fetch(`/api/uploads/${kind}`, { method: "POST", body: form });
  const said = await answer.json();
  if (!answer.ok) throw new Error(`${file.name}: ${said.detail ?? said.title}`);
  return kind === "picture" ? { ...said, preview: URL.createObjectURL(file) } : said;
}

/** Hands the chosen files on, and lets the same ones be chosen again. */
export function onChosen(button, input, take) {
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = "";
    if (files.length > 0) take(files);
  });
}

/** A row: the preview, what it is, a button that takes it away. */
export function rowOf(file, what, remove) {
  const row = element("li");
  if (file.preview) row.append(element("img", "", { src: file.preview, alt: "", width: "64", height: "48" }));
  const away = element("button", "Remove", { type: "button", class: "plain small", "aria-label": `Remove ${file.name}` });
  away.addEventListener("click", () => {
    if (file.preview) URL.revokeObjectURL(file.preview);
    remove();
  });
  row.append(what, away);
  return row;
}
