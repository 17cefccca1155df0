// Asks for a new code at the door every minute; without this module a button does.

const EVERY = 60000;
const broken = document.querySelector("[data-broken]");

/** Until when the code that is shown holds, where no new one can be asked for. */
function tell(isBroken) {
  broken.hidden = !isBroken;
  if (isBroken) {
    const { until } = document.querySelector("[data-code]").dataset;
    broken.querySelector("[data-holds]").textContent = until;
  }
}

async function renew() {
  try {
    const answer = await fetch(location.href);
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.querySelector("[data-code]").replaceWith(page.querySelector("[data-code]"));
    tell(false);
  } catch {
    tell(true);
  }
}

setInterval(renew, EVERY);
addEventListener("offline", () => tell(true));
addEventListener("online", renew);
