// A point on the earth: where this device is, or where somebody taps a map. The two figures do
// without either. The map's library is fetched only when somebody asks for the map; without a tile
// server it shows the degrees and a scale.

const STEPS = [20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005];
const BETWEEN_LINES = 120;
const NEAR = 15;
const COUNTRY = [[6, 95], [-11, 141]];
const taken = new WeakSet();

class Point {
  constructor(place) {
    this.place = place;
    [this.north, this.east] = place.querySelectorAll("input");
    this.said = place.querySelector(".locate-said");
    this.locate = place.querySelector(".locate");
    this.opener = place.querySelector(".open-map");
    this.canvas = place.querySelector(".map");
    if (navigator.geolocation) {
      this.locate.hidden = false;
      this.locate.addEventListener("click", () => this.ask());
    }
    this.opener.hidden = false;
    this.opener.addEventListener("click", () => this.open());
    place.addEventListener("change", () => this.show());
  }

  /** What stands in the two fields, or null. */
  here() {
    const read = (field) => Number.parseFloat(field.value.replace(",", "."));
    const here = [read(this.north), read(this.east)];
    return here.every(Number.isFinite) ? here : null;
  }

  put(north, east) {
    this.north.value = north.toFixed(6);
    this.east.value = east.toFixed(6);
    this.east.dispatchEvent(new Event("change", { bubbles: true }));
  }

  ask() {
    this.locate.disabled = true;
    this.said.textContent = this.locate.dataset.asking;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.found(coords),
      () => this.tell(this.locate.dataset.failed),
      { enableHighAccuracy: true, timeout: 20000 },
    );
  }

  found(coords) {
    const metres = Math.round(coords.accuracy).toLocaleString(document.documentElement.lang);
    this.tell(this.locate.dataset.found.replace("{n}", metres));
    this.put(coords.latitude, coords.longitude);
  }

  tell(text) {
    this.locate.disabled = false;
    this.said.textContent = text;
  }

  async open() {
    this.opener.disabled = true;
    try {
      await fetched(this.canvas.dataset);
    } catch {
      this.opener.disabled = false;
      this.said.textContent = this.opener.dataset.failed;
      return;
    }
    this.opener.hidden = true;
    this.canvas.hidden = false;
    this.draw(window.L);
    this.canvas.focus();
  }

  draw(L) {
    const words = this.canvas.dataset;
    this.map = L.map(this.canvas, { zoomControl: false, attributionControl: false });
    const titles = { zoomInTitle: words.nearer, zoomOutTitle: words.farther };
    L.control.zoom({ position: "bottomright", ...titles }).addTo(this.map);
    L.control.scale({ imperial: false }).addTo(this.map);
    if (words.tiles) {
      L.tileLayer(words.tiles, { maxZoom: 19, attribution: words.credit }).addTo(this.map);
      L.control.attribution({ prefix: false }).addTo(this.map);
    } else {
      this.degrees = L.layerGroup().addTo(this.map);
      this.map.on("moveend", () => this.rule(L));
    }
    const icon = L.divIcon({ className: "map-point", iconSize: [28, 28] });
    this.marker = L.marker([0, 0], { icon, draggable: true, keyboard: false, title: words.point });
    this.marker.on("dragend", () => this.take(this.marker.getLatLng()));
    this.map.on("click", (event) => this.take(event.latlng));
    const here = this.here();
    if (here) this.map.setView(here, NEAR);
    else this.map.fitBounds(COUNTRY);
    this.show();
  }

  take({ lat, lng }) {
    this.said.textContent = "";
    this.put(lat, lng);
  }

  show() {
    if (!this.map) return;
    const here = this.here();
    if (!here) {
      this.marker.remove();
      return;
    }
    this.marker.setLatLng(here).addTo(this.map);
    if (!this.map.getBounds().contains(here)) this.map.setView(here, Math.max(NEAR, this.map.getZoom()));
  }

  /** Meridians and parallels, with their degrees at the edges. */
  rule(L) {
    const seen = this.map.getBounds();
    const span = seen.getEast() - seen.getWest();
    const room = this.canvas.clientWidth / BETWEEN_LINES;
    const step = STEPS.findLast((each) => span / each <= room) ?? STEPS[0];
    this.degrees.clearLayers();
    for (const east of marks(seen.getWest(), seen.getEast(), step)) {
      this.line(L, [[seen.getSouth(), east], [seen.getNorth(), east]], east, "meridian");
    }
    for (const north of marks(seen.getSouth(), seen.getNorth(), step)) {
      this.line(L, [[north, seen.getEast()], [north, seen.getWest()]], north, "parallel");
    }
  }

  line(L, ends, degrees, kind) {
    const html = degrees.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 4 });
    const icon = L.divIcon({ className: `map-degrees ${kind}`, html: `${html}°`, iconSize: [0, 0] });
    this.degrees.addLayer(L.polyline(ends, { className: "map-line", weight: 1, interactive: false }));
    this.degrees.addLayer(L.marker(ends[1], { icon, interactive: false, keyboard: false }));
  }
}

function marks(from, to, step) {
  const first = Math.ceil(from / step);
  const number = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: number }, (_, each) => (first + each) * step);
}

/** The library and its style, once. */
function fetched({ library, style }) {
  if (window.L) return Promise.resolve();
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = style;
  document.head.append(sheet);
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = library;
    script.addEventListener("load", done);
    script.addEventListener("error", () => {
      script.remove();
      failed();
    });
    document.head.append(script);
  });
}

function takeUp() {
  for (const place of document.querySelectorAll("[data-map]")) {
    if (!taken.has(place)) new Point(place);
    taken.add(place);
  }
}

takeUp();
document.addEventListener("bagian:baru", takeUp);
