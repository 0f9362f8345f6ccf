// The test page (R-A10): starts a session and shows all that its agents say.
import { $, call, problem, whoAmI } from "./api.js";
import { Agents, follow, showVideo } from "./agents.js";

const query = new URLSearchParams(location.search);
const me = await whoAmI();
$("userID").value = query.get("userID") ?? me.userId;
$("sessionID").value = query.get("sessionID") ?? `test-${Date.now().toString(36)}`;
let stop = () => {};

function watch() {
  stop();
  problem(null);
  $("result").hidden = true;
  const agents = new Agents($("agents"), $("costs"));
  stop = follow($("sessionID").value, $("userID").value, {
    message: message => {
      agents.take(message);
      if (message.videoUrl) {
        $("video-link").href = message.videoUrl;
        showVideo(message.videoUrl);
      }
    },
    note: text => { $("note").textContent = text; },
    end: () => { $("note").textContent = "The session has ended."; },
  });
}

$("start-form").addEventListener("submit", async event => {
  event.preventDefault();
  try {
    await call("/api/startprocess", {
      body: { userID: $("userID").value, sessionID: $("sessionID").value, source: $("source").value.trim() || null },
    });
    watch();
  } catch (error) {
    problem(error);
  }
});
$("follow").addEventListener("click", watch);
new Agents($("agents"), $("costs"));
if (query.has("sessionID")) watch();
