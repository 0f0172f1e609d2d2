// The figures around the picture, in words and tables, and the start of it all.

const total = data.total;
const arenaLabels = data.labels.filter((label) => isArena(label));

function tiles() {
  const left = arenaLabels.reduce((sum, label) => sum + label.alive, 0);
  const leftBytes = arenaLabels.reduce((sum, label) => sum + (label.alive > 0 ? label.live : 0), 0);
  const tile = (title, figure, more, kind = "") => byId("tiles").append(
    element("div", {}, element("span", { textContent: title }), element("b", { textContent: figure, className: kind }), element("span", { textContent: more })));
  tile("Peak", bytes(total.peak), "at " + time(total.peakAt));
  tile("Allocated in all", bytes(total.bytes), "in " + plural(total.allocations, "allocation"));
  tile("Arenas", count(total.arenas), count(total.peakAlive) + " at once at most");
  tile("Mean allocation", total.allocations ? bytes(Math.round(total.bytes / total.allocations)) : "–", "temporaries included");
  tile("Alive at the end", count(left), left === 0 ? "every arena was freed" : bytes(leftBytes) + " in them", left === 0 ? "good" : "bad");
}
function heading() {
  byId("title").textContent = data.title;
  document.title = "Memory of " + data.title;
  const how = data.panic ? "ended by a panic" : data.status < 0 ? "was ended from outside" : data.status === 0 ? "ended normally" : "ended with status " + data.status;
  byId("how").textContent = [how, "ran " + time(data.duration), plural(data.threads.length, "thread"), plural(arenaLabels.length, "label")].join(" · ");
  byId("panic").textContent = data.panic;
  byId("panic").hidden = data.panic === "";
  byId("curve-note").textContent = "arenas, buffers, owned values, temporaries, literals. Drag to look closer.";
}
function legend() {
  const shown = [...arenaLabels].sort((a, b) => b.bytes - a.bytes);
  for (const label of shown.slice(0, 12)) {
    const swatch = element("i");
    swatch.style.background = color(label);
    const entry = element("span", {}, swatch, label.title);
    entry.onmouseenter = () => { view.hover = label; refresh(); };
    entry.onmouseleave = () => { view.hover = null; refresh(); };
    byId("legend").append(entry);
  }
  if (shown.length > 12) byId("legend").append(element("span", { textContent: "and " + plural(shown.length - 12, "more label") }));
  const open = element("i", { style: "background: var(--bad); width: 4px" });
  if (total.alive > 0) byId("legend").append(element("span", {}, open, "alive at the end"));
  const drawn = arenas.id.length;
  const notes = [];
  if (drawn < total.arenas) notes.push(`The ${count(drawn)} arenas that lived longest are drawn one by one; the other ${count(total.arenas - drawn)} count in all figures and in the curves.`);
  if (data.branches.some((branch) => isCrowd(branch))) notes.push("Where many live at once, the height tells how many; click to see them one by one.");
  byId("lives-note").textContent = notes.join(" ");
}
function nameCell(label) {
  const swatch = element("i");
  swatch.style.background = color(label);
  return element("td", {}, swatch, label.title, element("small", { textContent: placeOf(label) }));
}
function left() {
  const rows = arenaLabels.filter((label) => label.alive > 0).sort((a, b) => b.live - a.live || b.alive - a.alive);
  if (rows.length === 0) { byId("left-section").hidden = true; return; }
  byId("left-note").textContent = "these were never freed, or not yet when the program ended";
  const head = element("tr", {}, ...["Label", "Kind", "Arenas", "Bytes", "Oldest"].map((text) => element("th", { textContent: text })));
  const body = element("tbody");
  for (const label of rows.slice(0, 200)) {
    const first = arenas.id.findIndex((_, i) => arenas.end[i] < 0 && data.branches[arenas.branch[i]].of === label);
    const since = first < 0 ? "" : "since " + time(arenas.begin[first]);
    const row = element("tr", {}, nameCell(label), ...[KINDS[label.kind], count(label.alive), bytes(label.live), since].map((text) => element("td", { textContent: text })));
    row.onclick = () => find(label);
    body.append(row);
  }
  byId("left").append(element("thead", {}, head), body);
}
function tops() {
  const list = (title, order, figure) => {
    const all = arenas.id.map((_, i) => i).sort((a, b) => order(b) - order(a) || a - b).slice(0, 6).filter((i) => order(i) > 0);
    if (all.length === 0) return;
    const items = all.map((i) => {
      const label = data.branches[arenas.branch[i]].of;
      const item = element("li", {}, element("span", {}, `${label.title} #${arenas.id[i]}`, element("small", { textContent: label.place })), element("b", { textContent: figure(i) }));
      item.onclick = () => reveal(i);
      item.onmousemove = (event) => showTip(event, ...describeArena(i));
      item.onmouseleave = hideTip;
      return item;
    });
    byId("tops").append(element("div", { className: "card" }, element("h2", { textContent: title }), element("ol", {}, ...items)));
  };
  list("Biggest", (i) => arenas.peak[i], (i) => bytes(arenas.peak[i]));
  list("Longest living", (i) => endOf(i) - arenas.begin[i], (i) => time(endOf(i) - arenas.begin[i]) + (arenas.end[i] < 0 ? ", alive" : ""));
  list("Most allocations", (i) => arenas.allocations[i], (i) => count(arenas.allocations[i]));
}
const COLUMNS = [
  ["Label", (l) => l.title, null],
  ["Kind", (l) => KINDS[l.kind], (l) => (isArena(l) ? KINDS[l.kind] : "")],
  ["Arenas", (l) => l.arenas, (l) => (isArena(l) ? count(l.arenas) : "")],
  ["At once", (l) => l.peakAlive, (l) => (isArena(l) ? count(l.peakAlive) : "")],
  ["At the end", (l) => l.alive, (l) => (isArena(l) ? count(l.alive) : "")],
  ["Allocations", (l) => l.allocations, (l) => count(l.allocations)],
  ["Bytes", (l) => l.bytes, (l) => bytes(l.bytes)],
  ["Peak", (l) => l.peak, (l) => bytes(l.peak)],
  ["Left", (l) => l.live, (l) => bytes(l.live)],
  ["Biggest", (l) => l.biggest, (l) => (isArena(l) ? bytes(l.biggest) : "")],
  ["Mean", (l) => (l.arenas ? l.bytes / l.arenas : 0), (l) => (l.arenas ? bytes(Math.round(l.bytes / l.arenas)) : "")],
  ["Mean life", (l) => l.mean, (l) => (l.ended ? time(l.mean) : "")],
  ["Longest", (l) => l.longest, (l) => (l.ended ? time(l.longest) : "")],
  ["Resets", (l) => l.resets, (l) => (l.resets ? count(l.resets) : "")],
];
let sorted = { column: 6, down: true };
function labelTable() {
  const table = byId("labels");
  const by = COLUMNS[sorted.column][1];
  const rows = [...data.labels].sort((a, b) => {
    const [x, y] = [by(a), by(b)];
    return (sorted.down ? -1 : 1) * (typeof x === "string" ? x.localeCompare(y) : x - y) || a.title.localeCompare(b.title);
  });
  const heads = COLUMNS.map(([text], i) => {
    const head = element("th", { textContent: text + (i === sorted.column ? (sorted.down ? " ↓" : " ↑") : "") });
    if (i === sorted.column) head.ariaSort = sorted.down ? "descending" : "ascending";
    head.onclick = () => { sorted = { column: i, down: i === sorted.column ? !sorted.down : i > 1 }; labelTable(); };
    return head;
  });
  const body = element("tbody");
  for (const label of rows.filter((l) => view.query.startsWith("#") || l.text.includes(view.query)).slice(0, 1000)) {
    const cells = COLUMNS.slice(1).map(([, , text]) => element("td", { textContent: text(label) }));
    if (label.alive > 0 && isArena(label)) cells[3].className = "bad";
    const share = element("span", { className: "share", style: `width: ${(60 * label.bytes) / Math.max(total.bytes, 1)}px` });
    cells[5].append(share);
    const row = element("tr", {}, nameCell(label), ...cells);
    row.onclick = () => find(label);
    row.onmouseenter = () => { view.hover = label; refresh(); };
    row.onmouseleave = () => { view.hover = null; refresh(); };
    body.append(row);
  }
  table.replaceChildren(element("thead", {}, element("tr", {}, ...heads)), body);
}

// ---- finding

function find(label) {
  const line = lines.find((l) => l.branch?.of === label);
  if (!line) return;
  scroll.scrollTop = Math.max(line.y - 30, 0);
  scroll.scrollIntoView({ block: "center", behavior: "smooth" });
  refresh();
}
function reveal(i) {
  const life = Math.max(endOf(i) - arenas.begin[i], 1);
  find(data.branches[arenas.branch[i]].of);
  show(arenas.begin[i] - life, endOf(i) + life);
}
byId("search").oninput = () => {
  view.query = byId("search").value.trim().toLowerCase();
  layOut();
  labelTable();
  const i = view.query.startsWith("#") ? indexOf.get(Number(view.query.slice(1))) : undefined;
  if (i !== undefined && view.query.length > 1) reveal(i);
  refresh();
};

// ---- start

const dark = matchMedia("(prefers-color-scheme: dark)");
const setTheme = (isDarkNow) => {
  document.documentElement.dataset.theme = isDarkNow ? "dark" : "light";
  byId("legend").replaceChildren();
  byId("left").replaceChildren();
  legend();
  left();
  labelTable();
  refresh();
};
dark.onchange = () => setTheme(dark.matches);
byId("theme").onclick = () => setTheme(!isDark());
heading();
tiles();
layOut();
setTheme(location.hash === "#dark" || (dark.matches && location.hash !== "#light"));
tops();
addEventListener("resize", refresh);
