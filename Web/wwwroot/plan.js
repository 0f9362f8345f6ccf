// A story as a person reads it: what is said, what is shown, what is not in the video.
import { element } from "./api.js";

const seconds = value => value >= 60 ? `${Math.floor(value / 60)} min ${Math.round(value % 60)} s` : `${Math.round(value)} s`;

/** A language by its name, or as it is written where nobody has one. */
function languageOf(code) {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(code);
  } catch {
    return code;
  }
}

/** The facts, the segments and what is left out. */
export function planOf(story, { voice, quote, warnings = [], stillOf } = {}) {
  const length = story.segments.reduce((sum, segment) => sum + segment.duration, 0);
  const facts = element("dl", "", { class: "facts" });
  const fact = (name, value) => {
    const pair = element("div");
    pair.append(element("dt", name), element("dd", value));
    facts.append(pair);
  };
  if (story.segments.length > 0) {
    fact("Length", seconds(length));
    fact("Segments", story.segments.length);
    fact("Language", languageOf(story.language));
  }
  if (voice) fact("Voice", voice);
  if (quote) fact("Cost", money(quote));
  const list = element("ol", "", { class: "segments" });
  list.append(...story.segments.map(segment => segmentOf(segment, stillOf)));
  const scroll = element("div", "", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Script" });
  scroll.append(list);
  return [element("h3", story.title), facts, ...warnings.map(text => element("p", text, { class: "left-out small" })), ...leftOut(story), scroll];
}

function segmentOf(segment, stillOf) {
  const item = element("li");
  if (stillOf) {
    const address = stillOf(segment);
    const still = element("img", "", { alt: "", src: address, "data-still": address.includes("?") ? address : `${address}?`, hidden: "" });
    still.addEventListener("load", () => { still.hidden = false; });
    item.append(still);
  }
  const title = element("h3", segment.title);
  title.append(element("span", seconds(segment.duration)));
  item.append(title);
  if (segment.diagram) item.append(element("span", `shown as ${(segment.diagram.kind ?? "diagram").toString().replaceAll("_", " ")}`, { class: "tag" }));
  item.append(...segment.sentences.map(sentence => element("p", sentence.text, { class: "sentence" })));
  return item;
}

/** A longer list stands behind one line. */
const SHORT = 6;

function leftOut(story) {
  const left = story.not_in_video ?? story.notInVideo ?? [];
  if (left.length === 0) return [];
  const box = element("div", "", { class: "left-out" });
  const list = element("ul");
  list.append(...left.map(item => element("li", `Line ${item.line}: ${item.what.slice(0, 120)} – ${item.because}`)));
  if (left.length <= SHORT) box.append(element("strong", "Not in the video"), list);
  else {
    const details = element("details");
    details.append(element("summary", `Not in the video: ${left.length} parts of the lesson`), list);
    box.append(details);
  }
  return [box];
}

function money({ low, high }) {
  return low === high ? (low === 0 ? "free" : `$${low.toFixed(2)}`) : `$${low.toFixed(2)} to $${high.toFixed(2)}`;
}
