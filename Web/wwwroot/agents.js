// The lights of the orchestrator and the agents (R-A10, R-B9), and the socket they hear.
import { $, counted, element } from "./api.js";

const NAMES = ["Orchestrator", "Agent2", "Agent4", "Agent5", "Agent6"];
const WORK = { Orchestrator: "all steps", Agent2: "scenes", Agent4: "voice, music", Agent5: "video", Agent6: "fallback" };

/** Shows status messages as lights. */
export class Agents {
  constructor(list, costs) {
    [this.list, this.costs, this.newest, this.rows] = [list, costs, {}, {}];
    list.replaceChildren(...NAMES.map(name => this.row(name)));
    this.show();
  }

  take(message) {
    this.newest[message.agentnumber] = { ...this.newest[message.agentnumber], progress: undefined, ...message };
    this.show();
  }

  /** Who has not begun does not wait any more. */
  end() {
    this.ended = true;
    this.show();
  }

  row(name) {
    const row = element("li", "", { "data-agent": name });
    const parts = {
      light: element("span", "", { class: "light", "aria-hidden": "true" }),
      name: element("strong", name),
      status: element("span", "waiting", { class: "small status" }),
      said: element("span", "", { class: "said small" }),
      progress: element("progress", "", { max: "100", value: "0", "aria-label": `Progress of ${name}` }),
    };
    parts.name.append(element("span", WORK[name], { class: "work small" }));
    row.append(...Object.values(parts));
    this.rows[name] = { row, ...parts };
    return row;
  }

  show() {
    for (const name of NAMES) {
      const [row, message] = [this.rows[name], this.newest[name]];
      row.light.dataset.status = message?.status ?? "";
      row.status.textContent = message?.status ?? (this.ended ? "not begun" : "waiting");
      const files = message?.fileCount ? counted(message.fileCount, "file") : "";
      row.said.textContent = [message?.reason ?? message?.message, files].filter(Boolean).join(" · ");
      row.progress.hidden = message?.progress === undefined || message.status === "finished";
      row.progress.value = message?.progress ?? 0;
    }
    this.rows.Agent6.row.hidden = this.newest.Agent5?.status !== "error";
    this.costs.textContent = this.costLine();
    if (this.rows.Orchestrator.said.textContent === this.costs.textContent) this.rows.Orchestrator.said.textContent = "";
  }

  costLine() {
    const spent = NAMES.slice(1).filter(name => this.newest[name]?.cost !== undefined)
      .filter(name => name !== "Agent6" || !this.rows.Agent6.row.hidden);
    const total = this.newest.Orchestrator?.cost ?? spent.reduce((sum, name) => sum + this.newest[name].cost, 0);
    return spent.length === 0 ? "" : [...spent.map(name => `${name}: $${this.newest[name].cost.toFixed(2)}`), `Total: $${total.toFixed(2)}`].join(" | ");
  }
}

/** Hears a session by number: comes again with the last one it has, until the session has ended. */
export function follow(session, user, { message, note, end }) {
  let [last, stopped, socket] = [0, false, null];
  const open = () => {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    socket = new WebSocket(`${scheme}://${location.host}/ws/${encodeURIComponent(session)}?after=${last}${user ? `&userID=${encodeURIComponent(user)}` : ""}`);
    socket.onmessage = ({ data }) => {
      const said = JSON.parse(data);
      if (said.note !== undefined) return note?.(said.note);
      if (said.sequence <= last) return;
      last = said.sequence;
      note?.("");
      message(said);
    };
    socket.onclose = ({ reason }) => {
      if (stopped) return;
      if (reason === "ended") return end?.();
      note?.("The connection is lost; trying again.");
      setTimeout(open, 1500);
    };
  };
  open();
  return () => { stopped = true; socket.close(); };
}

/** Shows the video once it is there. */
export function showVideo(url) {
  $("result").hidden = false;
  if ($("player").getAttribute("src") !== url) $("player").src = url;
}
