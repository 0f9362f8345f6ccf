// Changing a finished video: every step asks the server what would be made again and what it costs; nothing is started before "Make it".
import { $, call, element, problem } from "./api.js";

const again = { picture: "picture again", narration: "spoken again", clip: "clip again" };

/** Makes a button that says for a screen reader what it is about. */
function button(text, about, act) {
  const made = element("button", text, { type: "button", class: "plain small", "aria-label": `${text}: ${about}` });
  made.addEventListener("click", act);
  return made;
}

function field(label, control) {
  const box = element("div");
  const name = element("label", label);
  name.append(control);
  box.append(name);
  return box;
}

export class Editor {
  constructor(api) {
    [this.api, this.changes, this.story, this.parts, this.voices] = [api, [], null, [], []];
    $("edit-undo").addEventListener("click", () => this.take(this.changes.slice(0, -1)));
    $("edit-make").addEventListener("click", () => this.make());
    $("new-segment").addEventListener("submit", event => { event.preventDefault(); this.insert(); });
  }

  async open(story) {
    this.original = this.story = story;
    this.voices = await call("/api/voices");
    this.show();
  }

  /** Tries other changes: they are taken when the server can make them. */
  async take(changes) {
    try {
      if (changes.length > 0) {
        const answer = await call(this.api("/fork", "quote=true"), { body: { changes } });
        [this.story, this.parts, this.quote] = [answer.story, answer.parts, answer.quote];
      } else {
        [this.story, this.parts, this.quote] = [this.original, [], null];
      }
      [this.changes, this.key] = [changes, crypto.randomUUID()];
      problem(null);
      this.show();
      return true;
    } catch (error) {
      problem(error);
      return false;
    }
  }

  change(change) { return this.take([...this.changes, change]); }

  async make() {
    $("edit-make").disabled = true;
    try {
      const made = await call(this.api("/fork"), { body: { changes: this.changes }, headers: { "Idempotency-Key": this.key } });
      location.href = `session.html?id=${encodeURIComponent(made.sessionId)}&userID=${encodeURIComponent(made.userId)}`;
    } catch (error) {
      problem(error);
      $("edit-make").disabled = false;
    }
  }

  async insert() {
    const [title, text, after] = [$("new-title").value.trim(), lines($("new-text").value), $("new-after").value || null];
    if (await this.change({ change: "insert", title, sentences: text, after })) $("new-segment").reset();
  }

  show() {
    const { segments } = this.story;
    $("edit-list").replaceChildren(...segments.map((segment, index) => this.card(segment, index)));
    $("new-after").replaceChildren(
      element("option", "at the front", { value: "" }), ...segments.map(segment => element("option", `behind "${segment.title}"`, { value: segment.segment_id })));
    $("new-after").value = segments.at(-1).segment_id;
    const count = this.changes.length;
    [$("edit-make").disabled, $("edit-undo").disabled] = [count === 0, count === 0];
    const made = this.parts.filter(part => part.clip).length;
    $("edit-price").textContent = count === 0 ? "Nothing is changed yet."
      : `${made} of ${segments.length} clips and the cut are made again: ${price(this.quote)}. Everything else stays as it is.`;
  }

  card(segment, index) {
    const [id, title] = [segment.segment_id, segment.title];
    const before = this.original.segments.find(other => other.segment_id === id);
    const part = this.parts.find(other => other.segmentId === id);
    const card = element("li", "", { class: "edit-card", "data-segment": id });
    if (before && !part?.picture) {
      const still = element("img", "", { src: this.api(`/stills/${id}`), alt: "", loading: "lazy", width: "320", height: "180" });
      still.addEventListener("error", () => still.remove());
      card.append(still);
    }
    const body = element("div", "", { class: "edit-body" });
    const heading = element("h3", title);
    heading.append(element("span", `${Math.round(segment.duration)} s`));
    const tags = element("p", "", { class: "bar" });
    tags.append(...Object.keys(again).filter(what => part?.[what]).map(what => element("span", again[what], { class: "tag" })));
    if (segment.recording) tags.append(element("span", "your own recording", { class: "tag" }));
    else if (segment.voice) tags.append(element("span", `voice: ${segment.voice}`, { class: "tag" }));
    const form = element("div", "", { class: "edit-form" });
    body.append(heading, tags, element("p", segment.narration ?? segment.sentences.map(said => said.text).join(" "), { class: "sentence" }), this.buttons(segment, index, form), form);
    card.append(body);
    return card;
  }

  buttons(segment, index, form) {
    const [id, title, segments] = [segment.segment_id, segment.title, this.story.segments];
    const bar = element("div", "", { class: "bar tools" });
    bar.append(
      button("Text", title, () => this.toggle(form, "text", () => this.textForm(segment))),
      button("Picture", title, () => this.toggle(form, "picture", () => this.pictureForm(segment))),
      button("Voice", title, () => this.toggle(form, "voice", () => this.voiceForm(segment))));
    if (index > 0) bar.append(button("Up", title, () => this.change({ change: "move", segmentId: id, after: segments[index - 2]?.segment_id ?? null })));
    if (index < segments.length - 1) {
      bar.append(
        button("Down", title, () => this.change({ change: "move", segmentId: id, after: segments[index + 1].segment_id })),
        button("Merge with next", title, () => this.change({ change: "merge", segmentId: id })));
    }
    if (segment.sentences.length > 1) bar.append(button("Split", title, () => this.toggle(form, "split", () => this.splitForm(segment))));
    if (segments.length > 1) bar.append(button("Delete", title, () => this.change({ change: "delete", segmentId: id })));
    return bar;
  }

  toggle(form, kind, make) {
    if (form.dataset.kind === kind) {
      delete form.dataset.kind;
      return form.replaceChildren();
    }
    form.dataset.kind = kind;
    form.replaceChildren(make());
    form.querySelector("input, textarea, select").focus();
  }

  form(apply, ...fields) {
    const made = element("form", "", { class: "edit-fields" });
    const take = element("button", "Apply");
    made.append(...fields, take);
    made.addEventListener("submit", async event => {
      event.preventDefault();
      take.disabled = true;
      await apply();
      take.disabled = false;
    });
    return made;
  }

  textForm(segment) {
    const said = segment.sentences.map(sentence => sentence.text);
    const [title, text] = [element("input"), element("textarea", "", { class: "short", rows: said.length + 1 })];
    [title.value, text.value] = [segment.title, said.join("\n")];
    return this.form(() => {
      const change = { change: "text", segmentId: segment.segment_id };
      if (title.value.trim() !== segment.title) change.title = title.value.trim();
      if (text.value !== said.join("\n")) change.sentences = lines(text.value);
      return Object.keys(change).length > 2 ? this.change(change) : problem(new Error("Title and text are as they were."));
    }, field("Title", title), field("What is said, one sentence a line", text));
  }

  pictureForm(segment) {
    const words = element("input", "", { placeholder: "a thing, in a word or two" });
    const file = element("input", "", { type: "file", accept: "image/*" });
    return this.form(async () => {
      const change = { change: "picture", segmentId: segment.segment_id };
      try {
        if (file.files[0]) change.picture = (await upload("picture", file.files[0])).id;
        else change.show = words.value;
        return await this.change(change);
      } catch (error) {
        return problem(error);
      }
    }, field("What it shows", words), field("or a picture of your own", file));
  }

  voiceForm(segment) {
    const voice = element("select");
    voice.append(element("option", "that of the video", { value: "" }), ...this.voices.map(one => element("option", one.name, { value: one.name })));
    voice.value = segment.voice ?? "";
    const file = element("input", "", { type: "file", accept: "audio/*,.webm" });
    return this.form(async () => {
      const change = { change: "voice", segmentId: segment.segment_id, voice: voice.value || null };
      try {
        if (file.files[0]) change.recording = (await upload("recording", file.files[0])).id;
        return await this.change(change);
      } catch (error) {
        return problem(error);
      }
    }, field("Who speaks", voice), field("or a recording of your own, of just this text", file));
  }

  splitForm(segment) {
    const at = element("select");
    at.append(...segment.sentences.slice(0, -1).map((sentence, index) => element("option", sentence.text, { value: String(index + 1) })));
    const title = element("input");
    title.value = segment.title;
    return this.form(
      () => this.change({ change: "split", segmentId: segment.segment_id, at: Number(at.value), title: title.value.trim() || null }),
      field("Last sentence of the first part", at), field("Title of the second part", title));
  }
}

/** Brings a file to the server. */
export async function upload(kind, file) {
  const form = new FormData();
  form.append("file", file);
  const answer = await fetch(`/api/uploads/${kind}`, { method: "POST", body: form });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.detail ?? said.title);
  return said;
}

const lines = text => text.split("\n").map(line => line.trim()).filter(Boolean);
const price = ({ low, high }) => low === high ? (low === 0 ? "free" : `$${low.toFixed(2)}`) : `$${low.toFixed(2)} to $${high.toFixed(2)}`;
