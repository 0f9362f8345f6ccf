// Changing a finished video: every step asks the server what would be made again and what it costs; nothing is started before "Make it".
import { $, call, counted, element, once } from "./api.js";
import { lines, pictureForm, splitForm, textForm, voiceForm } from "./edit-forms.js";
import { pictureTakes, voiceTakes } from "./takes.js";

const again = { picture: "picture again", narration: "spoken again", clip: "clip again" };

/** Makes a button that says for a screen reader what it is about. */
function button(text, about, act) {
  const made = element("button", text, { type: "button", class: "plain small", "aria-label": `${text}: ${about}` });
  made.addEventListener("click", act);
  return made;
}

export class Editor {
  constructor(api) {
    [this.api, this.changes, this.story, this.parts, this.voices] = [api, [], null, [], []];
    $("edit-undo").addEventListener("click", () => this.take(this.changes.slice(0, -1)));
    $("edit-make").addEventListener("click", () => once($("edit-make"), () => this.make()));
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
      this.show();
      return true;
    } catch (error) {
      this.fault(error);
      return false;
    }
  }

  /** Says what is wrong where it was asked for; the next try takes it away. */
  fault(error) {
    const place = document.activeElement?.closest(".edit-body, #new-segment") ?? $("edit-price").parentElement;
    this.said?.remove();
    this.said = element("p", "", { class: "error", role: "alert" });
    place.append(this.said);
    this.said.textContent = error.message;
  }

  /** @param change the change, or what makes it. */
  async change(change) {
    try {
      return await this.take([...this.changes, typeof change === "function" ? await change() : change]);
    } catch (error) {
      this.fault(error);
      return false;
    }
  }

  async make() {
    try {
      const made = await call(this.api("/fork"), { body: { changes: this.changes }, headers: { "Idempotency-Key": this.key } });
      location.href = `session.html?id=${encodeURIComponent(made.sessionId)}&userID=${encodeURIComponent(made.userId)}`;
    } catch (error) {
      this.fault(error);
    }
  }

  async insert() {
    const [title, text, after] = [$("new-title").value.trim(), lines($("new-text").value), $("new-after").value || null];
    if (!await this.change({ change: "insert", title, sentences: text, after })) return;
    $("new-segment").reset();
    $("new-after").value = this.story.segments.at(-1).segment_id;
  }

  show() {
    const { segments } = this.story;
    const focused = document.activeElement?.closest("[data-segment]")?.dataset.segment;
    const label = document.activeElement?.getAttribute("aria-label");
    this.said?.remove();
    $("edit-list").replaceChildren(...segments.map((segment, index) => this.card(segment, index)));
    $("new-after").replaceChildren(
      element("option", "at the front", { value: "" }), ...segments.map(segment => element("option", `after “${segment.title}”`, { value: segment.segment_id })));
    $("new-after").value = segments.at(-1).segment_id;
    if (focused) this.focus(focused, label);
    const count = this.changes.length;
    if (count === 0 && document.activeElement === $("edit-undo")) $("edit-price").focus();
    [$("edit-make").disabled, $("edit-undo").disabled] = [count === 0, count === 0];
    const made = this.parts.filter(part => part.clip).length;
    $("edit-price").textContent = count === 0 ? "Nothing is changed yet."
      : `${made} of ${counted(segments.length, "clip")} and the cut are made: ${price(this.quote)}. Everything else stays as it is.`;
  }

  /** The cards are new: who uses the keyboard stays where they were. */
  focus(id, label) {
    const buttons = [...document.querySelectorAll(`[data-segment="${CSS.escape(id)}"] .tools button`)];
    (buttons.find(other => other.getAttribute("aria-label") === label) ?? buttons[0] ?? $("edit-undo")).focus();
  }

  card(segment, index) {
    const [id, title] = [segment.segment_id, segment.title];
    const before = this.original.segments.find(other => other.segment_id === id);
    const part = this.parts.find(other => other.segmentId === id);
    const card = element("li", "", { class: "edit-card", "data-segment": id });
    if (before && !part?.picture) {
      const still = element("img", "", { src: this.api(`/stills/${id}`, part?.take && `take=${part.take}`), alt: "", loading: "lazy", width: "320", height: "180" });
      still.addEventListener("error", () => still.remove());
      card.append(still);
    } else {
      card.append(element("p", before ? "is drawn again" : "is drawn", { class: "still soft small", "aria-hidden": "true" }));
    }
    const body = element("div", "", { class: "edit-body" });
    const heading = element("h3", title);
    heading.append(element("span", `${Math.round(segment.duration)} s`));
    const tags = element("p", "", { class: "bar" });
    if (part?.take) tags.append(element("span", `take ${part.take}`, { class: "tag" }));
    const made = before ? Object.keys(again).filter(what => part?.[what]).map(what => again[what]) : ["new"];
    tags.append(...made.map(what => element("span", what, { class: "tag" })));
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
      this.opener("Text", title, form, () => textForm(segment, change => this.change(change))),
      this.opener("Picture", title, form, () => this.picture(segment)),
      this.opener("Voice", title, form, () => this.voice(segment)));
    if (index > 0) bar.append(button("Up", title, () => this.change({ change: "move", segmentId: id, after: segments[index - 2]?.segment_id ?? null })));
    if (index < segments.length - 1) {
      bar.append(
        button("Down", title, () => this.change({ change: "move", segmentId: id, after: segments[index + 1].segment_id })),
        button("Merge with next", title, () => this.change({ change: "merge", segmentId: id })));
    }
    if (segment.sentences.length > 1) bar.append(this.opener("Split", title, form, () => splitForm(segment, change => this.change(change))));
    if (segments.length > 1) bar.append(button("Delete", title, () => this.change({ change: "delete", segmentId: id })));
    return bar;
  }

  /** What a segment shows: the takes that there are of it, or another picture. */
  picture(segment) {
    const [box, choose] = [element("div"), change => this.change(change)];
    if (this.original.segments.some(other => other.segment_id === segment.segment_id)) box.append(pictureTakes(segment, this.api, choose));
    box.append(pictureForm(segment, choose));
    return box;
  }

  voice(segment) {
    const [box, choose] = [element("div"), change => this.change(change)];
    box.append(voiceForm(segment, this.voices, choose));
    if (!segment.recording) box.append(voiceTakes(segment, choose));
    return box;
  }

  /** A button that opens a form, and closes it again. */
  opener(text, about, form, make) {
    const made = button(text, about, () => {
      const isOpen = made.getAttribute("aria-expanded") === "true";
      for (const other of made.parentElement.querySelectorAll("[aria-expanded]")) other.setAttribute("aria-expanded", "false");
      form.replaceChildren();
      if (isOpen) return;
      made.setAttribute("aria-expanded", "true");
      form.append(make());
      form.querySelector("input, textarea, select").focus();
    });
    made.setAttribute("aria-expanded", "false");
    return made;
  }
}

const price = ({ low, high }) => low === high ? (low === 0 ? "free" : `$${low.toFixed(2)}`) : `$${low.toFixed(2)} to $${high.toFixed(2)}`;
