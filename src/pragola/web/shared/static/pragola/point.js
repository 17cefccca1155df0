// A point on the earth: where this device is, or where somebody taps. The two figures do without.

const place = document.querySelector("[data-map]");
const [latitude, longitude] = place ? place.querySelectorAll("input") : [];

function put(north, east) {
  latitude.value = north.toFixed(6);
  longitude.value = east.toFixed(6);
  longitude.dispatchEvent(new Event("change", { bubbles: true }));
}

if (place && navigator.geolocation) {
  const ask = place.querySelector(".locate");
  const said = place.querySelector(".locate-said");
  ask.hidden = false;
  ask.addEventListener("click", () => {
    ask.disabled = true;
    said.textContent = "";
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        ask.disabled = false;
        put(coords.latitude, coords.longitude);
      },
      () => {
        ask.disabled = false;
        said.textContent = ask.dataset.failed;
      },
      { enableHighAccuracy: true, timeout: 20000 },
    );
  });
}
