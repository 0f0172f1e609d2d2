const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const duration = Math.max(data.duration, 1);

// ---- figures and units

const count = (n) => n.toLocaleString("en-US");
function bytes(n) {
  let unit = 0;
  let value = n;
  while (Math.abs(value) >= 1024 && unit < 5) { value /= 1024; unit++; }
  return (unit === 0 ? count(value) : value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)) + " " + ["B", "KB", "MB", "GB", "TB", "PB"][unit];
}
function time(ns) {
  if (ns < 1e3) return Math.round(ns) + " ns";
  const [value, unit] = ns < 1e6 ? [ns / 1e3, "µs"] : ns < 1e9 ? [ns / 1e6, "ms"] : [ns / 1e9, "s"];
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0) + " " + unit;
}
const plural = (n, word) => count(n) + " " + (n === 1 ? word : word + "s");

// ---- what is in the data

function expand(runs) {
  const values = [];
  for (let i = 0; i < runs.length; i += 2) for (let k = 0; k < runs[i + 1]; k++) values.push(runs[i]);
  return values;
}
const KINDS = {
  root: "root arena", sub: "sub-arena", region: "region", owned: "owned value", message: "message",
  temp: "temporaries", blocks: "owned values", static: "literals and constants",
};
const isArena = (label) => !["blocks", "static"].includes(label.kind) && !(label.kind === "temp" && label.place === "");
const HUES = [216, 28, 150, 340, 268, 190, 48, 0, 100, 300, 235, 170];

data.total.live = expand(data.total.liveCurve);
data.total.aliveAt = expand(data.total.aliveCurve);
for (const label of data.labels) {
  label.curve = expand(label.liveCurve);
  label.title = label.name !== "" ? label.name
    : label.kind === "temp" && label.place === "" ? "temporaries"
    : label.kind === "message" ? "message"
    : label.kind === "blocks" ? "small owned values"
    : label.kind === "static" ? "literals and constants"
    : label.function !== "" ? label.function : KINDS[label.kind];
  label.where = label.place + (label.places > 1 ? " and " + plural(label.places - 1, "more place") : "");
  label.mean = label.ended > 0 ? label.lifetimes / label.ended : 0;
  label.text = [label.title, label.where, label.function, label.via, KINDS[label.kind]].join(" ").toLowerCase();
}
[...data.labels].sort((a, b) => b.bytes - a.bytes).forEach((label, rank) => {
  label.hue = rank < HUES.length ? HUES[rank] : (rank * 47) % 360;
});
const muted = (label) => !isArena(label);
const isDark = () => document.documentElement.dataset.theme === "dark";
function color(label, strength = 1) {
  const light = isDark() ? 62 : 52;
  return `hsl(${label.hue} ${muted(label) ? 8 : 62}% ${light}% / ${strength})`;
}
for (const branch of data.branches) {
  branch.of = data.labels[branch.label];
  branch.live = expand(branch.liveCurve);
  branch.aliveAt = expand(branch.aliveCurve);
  branch.rows = [];
  branch.below = [];
}
data.branches.forEach((branch) => { if (branch.parent >= 0) data.branches[branch.parent].below.push(branch); });

// ---- arenas: rows of one branch that do not overlap lie in one track

const arenas = data.arenas;
const indexOf = new Map();
arenas.id.forEach((id, i) => indexOf.set(id, i));
const endOf = (i) => (arenas.end[i] < 0 ? duration : arenas.end[i]);
arenas.begin.forEach((_, i) => data.branches[arenas.branch[i]].rows.push(i));
const MOST_TRACKS = 64;
for (const branch of data.branches) {
  branch.rows.sort((a, b) => arenas.begin[a] - arenas.begin[b] || a - b);
  branch.tracks = [];
  const ends = [];
  for (const i of branch.rows) {
    let track = 0;
    while (track < ends.length && ends[track] > arenas.begin[i]) track++;
    if (track === MOST_TRACKS) continue;
    if (track === ends.length) { ends.push(0); branch.tracks.push([]); }
    ends[track] = endOf(i);
    branch.tracks[track].push(i);
  }
}
const valueAt = (curve, at) => curve[Math.min(Math.floor(at / data.bucket), curve.length - 1)] ?? 0;
function mostBetween(curve, from, to) {
  let most = 0;
  const last = Math.min(Math.floor(to / data.bucket), curve.length - 1);
  for (let b = Math.max(Math.floor(from / data.bucket), 0); b <= last; b++) most = Math.max(most, curve[b]);
  return most;
}

// ---- elements

function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "style") made.style.cssText = value; else made[key] = value;
  }
  made.append(...children);
  return made;
}
const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

const tip = byId("tip");
function showTip(event, title, lines, place) {
  tip.replaceChildren(element("b", { textContent: title }));
  if (place) tip.append(element("em", { textContent: place }));
  for (const [name, value] of lines) tip.append(element("div", {}, element("span", { textContent: name }), value));
  tip.hidden = false;
  const box = tip.getBoundingClientRect();
  tip.style.left = Math.max(4, Math.min(event.clientX + 14, innerWidth - box.width - 8)) + "px";
  tip.style.top = (event.clientY + 18 + box.height > innerHeight ? event.clientY - box.height - 12 : event.clientY + 18) + "px";
}
const hideTip = () => { tip.hidden = true; };

/** Sizes a canvas for the screen it is on; drawing then is in CSS pixels. */
function surface(canvas, width, height) {
  const ratio = devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.height = height + "px";
  const pen = canvas.getContext("2d");
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.font = "12px system-ui, sans-serif";
  pen.textBaseline = "middle";
  return pen;
}
function ticks(from, to, room) {
  const rough = (to - from) / Math.max(room / 110, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= rough) ?? rough;
  const all = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) all.push(at);
  return all;
}
