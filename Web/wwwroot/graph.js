// Draws the jobs of a pipeline: columns by what they need, a button for each, lines between them.
import { element } from "./api.js";

const SVG = "http://www.w3.org/2000/svg";

export class Graph {
  constructor(place, chosen) {
    [this.place, this.chosen, this.cards, this.nodes] = [place, chosen, new Map(), []];
    new ResizeObserver(() => this.lines()).observe(place);
  }

  /** Draws the nodes; where they stand comes with `states`. */
  draw(nodes) {
    if (JSON.stringify(nodes) === JSON.stringify(this.nodes)) return;
    this.nodes = nodes;
    const focused = document.activeElement?.dataset?.job;
    this.cards = new Map(nodes.map(node => [node.id, this.card(node)]));
    const columns = [];
    for (const [id, depth] of depths(nodes)) (columns[depth] ??= []).push(id);
    this.svg = document.createElementNS(SVG, "svg");
    this.svg.setAttribute("aria-hidden", "true");
    const list = element("ol", "", { class: "columns" });
    list.append(...columns.map(ids => {
      const [column, jobs] = [element("li"), element("ol")];
      jobs.append(...ids.map(id => { const item = element("li"); item.append(this.cards.get(id)); return item; }));
      column.append(jobs);
      return column;
    }));
    this.place.replaceChildren(this.svg, list);
    this.cards.get(focused)?.focus();
    this.lines();
  }

  card(node) {
    const made = element("button", "", { type: "button", class: "job", "data-job": node.id, "aria-pressed": "false" });
    const needs = node.needs.map(need => need.when === "Success" ? need.job : `${need.job} (${need.when.toLowerCase()})`);
    const about = [node.type, node.stage && node.stage !== node.id ? node.stage : "", needs.length ? `after ${needs.join(", ")}` : ""];
    made.append(
      element("strong", node.id), element("span", "", { class: "said" }),
      element("span", about.filter(Boolean).join(" · "), { class: "soft small" }), element("span", "", { class: "reason small" }));
    made.addEventListener("click", () => this.chosen(node.id));
    return made;
  }

  /** Shows where the jobs stand. */
  states(jobs) {
    for (const job of jobs) {
      const card = this.cards.get(job.job);
      if (!card) continue;
      card.dataset.state = job.state;
      card.querySelector(".said").textContent = job.state.toLowerCase() + (job.attempt > 1 ? `, attempt ${job.attempt}` : "");
      card.querySelector(".reason").textContent = job.state === "Completed" ? "" : job.reason ?? "";
    }
    this.lines();
  }

  select(id) {
    for (const [job, card] of this.cards) card.setAttribute("aria-pressed", `${job === id}`);
  }

  lines() {
    if (!this.svg) return;
    const origin = this.svg.getBoundingClientRect();
    this.svg.replaceChildren(...this.nodes.flatMap(node => node.needs.map(need => {
      const [from, to] = [this.cards.get(need.job), this.cards.get(node.id)].map(card => card?.getBoundingClientRect());
      const path = document.createElementNS(SVG, "path");
      if (from && to) {
        const [x1, y1, x2, y2] = [from.right - origin.x, from.y + from.height / 2 - origin.y, to.x - origin.x, to.y + to.height / 2 - origin.y];
        const bend = Math.max(16, (x2 - x1) / 2);
        path.setAttribute("d", `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`);
        path.dataset.when = need.when;
      }
      return path;
    })));
  }
}

/** How many jobs have to end before each, by id; a spawned job stands behind the one that asked for it. */
function depths(nodes) {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const known = new Map();
  const depth = id => {
    if (known.has(id)) return known.get(id);
    known.set(id, 0);
    const before = [...byId.get(id).needs.map(need => need.job), byId.get(id).parentJob].filter(job => byId.has(job));
    known.set(id, before.length ? 1 + Math.max(...before.map(depth)) : 0);
    return known.get(id);
  };
  for (const node of nodes) depth(node.id);
  return known;
}
