// The forms of a segment that is changed. Each hands a change on, or throws what is to be put right first.
import { element } from "./api.js";
import { upload } from "./brought.js";

function field(label, control, hint) {
  const box = element("div");
  const name = element("label", label);
  name.append(control);
  box.append(name);
  if (hint) {
    const id = `hint-${crypto.randomUUID()}`;
    control.setAttribute("aria-describedby", id);
    box.append(element("p", hint, { class: "soft small", id }));
  }
  return box;
}

/** A form: `change` says what is wanted, or throws; `apply` tries it. */
function form(apply, change, ...fields) {
  const made = element("form", "", { class: "edit-fields" });
  const take = element("button", "Apply");
  made.append(...fields, take);
  made.addEventListener("submit", async event => {
    event.preventDefault();
    // A button that is disabled loses the focus, and with it where a message belongs.
    if (take.ariaDisabled === "true") return;
    take.ariaDisabled = "true";
    await apply(change);
    take.ariaDisabled = "false";
  });
  return made;
}

export function textForm(segment, apply) {
  const said = segment.sentences.map(sentence => sentence.text);
  const [title, text] = [element("input"), element("textarea", "", { class: "short", rows: said.length + 1 })];
  [title.value, text.value] = [segment.title, said.join("\n")];
  return form(apply, () => {
    const change = { change: "text", segmentId: segment.segment_id };
    if (title.value.trim() !== segment.title) change.title = title.value.trim();
    if (text.value !== said.join("\n")) change.sentences = lines(text.value);
    if (Object.keys(change).length === 2) throw new Error("Title and text are as they were.");
    return change;
  }, field("Title", title), field("What is said, one sentence a line", text));
}

export function pictureForm(segment, apply) {
  const words = element("input", "", { placeholder: "a thing, in a word or two" });
  const file = element("input", "", { type: "file", accept: "image/png,image/jpeg,image/webp,image/gif,image/bmp" });
  return form(apply, async () => {
    const change = { change: "picture", segmentId: segment.segment_id };
    if (file.files[0]) return { ...change, picture: (await upload("picture", file.files[0])).id };
    if (!words.value.trim()) throw new Error("Say what it is to show, or choose a picture of your own.");
    return { ...change, show: words.value.trim() };
  }, field("What it shows", words), field("Or a picture of your own", file, "PNG, JPEG, WebP, GIF or BMP, up to 20 MiB"));
}

export function voiceForm(segment, voices, apply) {
  const voice = element("select");
  voice.append(element("option", "the voice of the video", { value: "" }), ...voices.map(one => element("option", one.name, { value: one.name })));
  voice.value = segment.voice ?? "";
  const file = element("input", "", { type: "file", accept: "audio/*,.webm" });
  return form(apply, async () => {
    const change = { change: "voice", segmentId: segment.segment_id, voice: voice.value || null };
    return file.files[0] ? { ...change, recording: (await upload("recording", file.files[0])).id } : change;
  }, field("Who speaks", voice), field("Or a recording of your own, of just this text", file, "MP3, M4A, AAC, OGG, FLAC, WAV or WebM, up to 60 MiB"));
}

export function splitForm(segment, apply) {
  const at = element("select");
  at.append(...segment.sentences.slice(0, -1).map((sentence, index) => element("option", sentence.text, { value: String(index + 1) })));
  const title = element("input");
  title.value = segment.title;
  return form(apply, () => ({ change: "split", segmentId: segment.segment_id, at: Number(at.value), title: title.value.trim() || null }),
    field("Last sentence of the first part", at), field("Title of the second part", title));
}

/** The sentences of a text that has one a line. */
export const lines = text => text.split("\n").map(line => line.trim()).filter(Boolean);
