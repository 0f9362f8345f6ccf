// The takes of a segment: the pictures that there are of it, to choose from, and the orders for another one.
import { call, element } from "./api.js";

const money = cost => cost === 0 ? "free" : `$${cost.toFixed(cost < 0.01 ? 4 : 2)}`;

function facts(take) {
  const at = take.at && new Date(take.at).toLocaleString([], { dateStyle: "short", timeStyle: "short" });
  return [take.madeBy, money(take.cost), at, !take.stored && "made again when you choose it"].filter(Boolean).join(", ");
}

function pick(segment, take, api, choose) {
  const box = element("li");
  const made = take.shown ? element("div", "", { class: "take", "aria-current": "true" }) : element("button", "", { type: "button", class: "plain take" });
  if (take.stored) {
    const still = element("img", "", { src: api(`/stills/${segment.segment_id}`, `take=${take.number}`), alt: "", loading: "lazy", width: "320", height: "180" });
    made.append(still);
  }
  made.append(element("span", `Take ${take.number}${take.shown ? ", shown" : ""}`), element("span", facts(take), { class: "soft small" }));
  if (!take.shown) made.addEventListener("click", () => choose({ change: "take", segmentId: segment.segment_id, take: take.number }));
  box.append(made);
  return box;
}

const stripOf = segment => element("ol", "", { class: "take-strip", "aria-label": `Takes of the picture of "${segment.title}"` });
const takesOf = (segment, api) => call(api(`/segments/${encodeURIComponent(segment.segment_id)}/takes`));

/** A list item with the scene of a segment, for whoever looks at it, or with the takes where there is more than one. */
export async function reviewTakes(segment, api, choose) {
  const { pictures } = await takesOf(segment, api);
  const item = element("li");
  item.append(element("h3", segment.title));
  if (pictures.length < 2) {
    const still = element("img", "", { src: api(`/stills/${segment.segment_id}`, `at=${Date.now()}`), alt: "", width: "640", height: "360" });
    still.addEventListener("error", () => still.remove());
    item.append(still);
  } else {
    const strip = stripOf(segment);
    strip.append(...pictures.map(take => pick(segment, take, api, choose)));
    item.append(strip);
  }
  return item;
}

/** A strip of the pictures that there are of a segment, and a button for another one. */
export function pictureTakes(segment, api, choose) {
  const box = element("div", "", { class: "takes" });
  const strip = stripOf(segment);
  const anew = element("button", "Another take", { type: "button", class: "plain small" });
  anew.addEventListener("click", () => choose({ change: "take", segmentId: segment.segment_id }));
  box.append(strip, anew);
  takesOf(segment, api).then(
    takes => strip.append(...takes.pictures.map(take => pick(segment, take, api, choose))),
    error => strip.replaceWith(element("p", error.message, { class: "error", role: "alert" })));
  return box;
}

/** The speeches that there are of a segment, and a button for another one. */
export function voiceTakes(segment, choose) {
  const box = element("div", "", { class: "bar" });
  const { number: heard, orders } = segment.voice_take ?? { number: 1, orders: [] };
  const order = (text, take) => {
    const made = element("button", text, { type: "button", class: "plain small" });
    made.addEventListener("click", () => choose({ change: "take", of: "voice", segmentId: segment.segment_id, take }));
    return made;
  };
  box.append(...[1, ...orders.map((_, index) => index + 2)].filter(number => number !== heard).map(number => order(`Take ${number}`, number)),
    order("Another take of this voice"));
  return box;
}
