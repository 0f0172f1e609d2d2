// What mouse and keys do to the picture, and the curve above it.

const curveCanvas = byId("curve");
let brush = null;

function drawCurve() {
  const all = curveCanvas.parentElement.clientWidth - 32;
  const height = 130;
  const pen = surface(curveCanvas, all, height);
  const left = GUTTER;
  const room = all - left - 8;
  const most = Math.max(data.total.peak, 1);
  const base = height - 20;
  const scaleX = (at) => left + (at / duration) * room;
  pen.fillStyle = ink("soft");
  pen.strokeStyle = ink("line");
  for (const part of [0, 0.5, 1]) {
    const y = Math.round(base - part * (base - 14)) + 0.5;
    pen.textAlign = "right";
    pen.fillText(part === 0 ? "0" : bytes(most * part), left - 12, y);
    pen.beginPath(); pen.moveTo(left, y); pen.lineTo(all, y); pen.stroke();
  }
  pen.textAlign = "left";
  for (const at of ticks(0, duration, room)) pen.fillText(at === 0 ? "0" : time(at), Math.min(scaleX(at), all - 50), height - 8);
  const plot = (curve, top, fill) => {
    pen.beginPath();
    pen.moveTo(left, base);
    for (let x = 0; x <= room; x++) {
      const from = (x / room) * duration;
      pen.lineTo(left + x, base - (mostBetween(curve, from, from + duration / room) / top) * (base - 14));
    }
    pen.lineTo(left + room, base);
    if (fill) { pen.closePath(); pen.fillStyle = fill; pen.fill(); } else pen.stroke();
  };
  pen.globalAlpha = 0.28; plot(data.total.live, most, ink("area")); pen.globalAlpha = 1;
  if (view.hover) plot(view.hover.curve, most, color(view.hover, 0.8));
  pen.strokeStyle = ink("area"); pen.lineWidth = 1.6; plot(data.total.live, most, null); pen.lineWidth = 1;
  const peak = scaleX(data.total.peakAt);
  pen.fillStyle = ink("ink");
  pen.beginPath(); pen.arc(peak, 14, 3, 0, 7); pen.fill();
  pen.textAlign = peak > all - 130 ? "right" : "left";
  pen.fillText("peak " + bytes(data.total.peak), peak + (pen.textAlign === "right" ? -8 : 8), 8);
  pen.textAlign = "left";
  const from = scaleX(brush ? Math.min(brush.from, brush.to) : view.from);
  const to = scaleX(brush ? Math.max(brush.from, brush.to) : view.to);
  if (brush || view.from > 0 || view.to < duration) {
    pen.fillStyle = ink("soft");
    pen.globalAlpha = 0.16;
    pen.fillRect(left, 0, from - left, base);
    pen.fillRect(to, 0, left + room - to, base);
    pen.globalAlpha = 1;
    pen.strokeStyle = ink("accent");
    pen.strokeRect(from + 0.5, 0.5, Math.max(to - from - 1, 1), base);
  }
}
let waiting = false;
function refresh() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; draw(); drawCurve(); });
}
function show(from, to) {
  const span = Math.min(Math.max(to - from, Math.min(100, duration)), duration);
  view.from = Math.min(Math.max(from, 0), duration - span);
  view.to = view.from + span;
  refresh();
}
function zoom(factor, around = (view.from + view.to) / 2) {
  show(around - (around - view.from) * factor, around + (view.to - around) * factor);
}
const pan = (part) => show(view.from + part * (view.to - view.from), view.to + part * (view.to - view.from));
const actions = { left: () => pan(-0.25), right: () => pan(0.25), in: () => zoom(0.5), out: () => zoom(2), fit: () => show(0, duration) };
for (const button of document.querySelectorAll("[data-do]")) button.onclick = () => actions[button.dataset.do]();

// ---- what is under the mouse

function lineAt(y) {
  const at = y - HEAD + scroll.scrollTop;
  return y < HEAD ? undefined : lines.find((line) => at >= line.y && at < line.y + line.height);
}
function arenaAt(line, x, y) {
  const { branch } = line;
  if (isCurve(branch) || (isCrowd(branch) && !opened.has(branch))) return -1;
  const track = branch.tracks[Math.floor((y - HEAD + scroll.scrollTop - line.y - 4) / (isCrowd(branch) ? 6 : 15))];
  if (!track) return -1;
  const slack = (view.to - view.from) / (width - GUTTER);
  const i = track[firstEndingAfter(track, timeOf(x) - slack)];
  return i !== undefined && arenas.begin[i] <= timeOf(x) + slack ? i : -1;
}
const placeOf = (label) => [label.where, label.function && "in " + label.function, label.via && "through " + label.via].filter(Boolean).join(" ");

function describeArena(i) {
  const label = data.branches[arenas.branch[i]].of;
  const above = indexOf.get(arenas.parent[i]);
  const facts = [
    ["lived", arenas.end[i] < 0 ? "from " + time(arenas.begin[i]) + " to the end" : time(endOf(i) - arenas.begin[i])],
    ["from, to", time(arenas.begin[i]) + " – " + (arenas.end[i] < 0 ? "still alive" : time(arenas.end[i]))],
    ["allocations", count(arenas.allocations[i])],
    ["bytes", bytes(arenas.bytes[i])],
    ["most at once", bytes(arenas.peak[i])],
  ];
  if (arenas.end[i] < 0) facts.push(["left in it", bytes(arenas.live[i])]);
  if (above !== undefined) facts.push(["made from", data.branches[arenas.branch[above]].of.title + " #" + arenas.id[above]]);
  return [label.title + " #" + arenas.id[i], facts, KINDS[label.kind] + (label.where ? " at " + placeOf(label) : "")];
}
function describeBranch(branch, at) {
  const facts = at < 0 ? [] : [["at " + time(at), isCurve(branch) ? "" : plural(valueAt(branch.aliveAt, at), "arena")], ["in use then", bytes(valueAt(branch.live, at))]];
  if (!isCurve(branch)) facts.push(["arenas", count(branch.arenas)], ["most at once", count(branch.peakAlive)], ["alive at the end", count(branch.alive)]);
  facts.push(["allocations", count(branch.allocations)], ["bytes", bytes(branch.bytes)], ["peak", bytes(branch.peak)]);
  return [branch.of.title, facts, branch.of.where ? KINDS[branch.of.kind] + " at " + placeOf(branch.of) : KINDS[branch.of.kind]];
}
let drag = null;
canvas.onmousemove = (event) => {
  if (drag) return;
  const line = lineAt(event.offsetY);
  const label = line?.branch?.of ?? null;
  if (label !== view.hover) { view.hover = label; refresh(); }
  if (!line || !line.branch) { hideTip(); return; }
  const i = event.offsetX >= GUTTER ? arenaAt(line, event.offsetX, event.offsetY) : -1;
  const [title, facts, place] = i >= 0 ? describeArena(i) : describeBranch(line.branch, event.offsetX >= GUTTER ? timeOf(event.offsetX) : -1);
  showTip(event, title, facts, place);
};
canvas.onmouseleave = () => { hideTip(); if (view.hover) { view.hover = null; refresh(); } };
canvas.onmousedown = (event) => {
  drag = { x: event.clientX, from: view.from, to: view.to, moved: false };
  hideTip();
};
addEventListener("mousemove", (event) => {
  if (brush) { brush.to = curveTime(event.clientX - curveCanvas.getBoundingClientRect().left); refresh(); }
  if (!drag) return;
  const by = ((drag.x - event.clientX) / (width - GUTTER)) * (drag.to - drag.from);
  drag.moved ||= Math.abs(event.clientX - drag.x) > 3;
  canvas.classList.toggle("dragging", drag.moved);
  if (drag.moved) show(drag.from + by, drag.to + by);
});
addEventListener("mouseup", (event) => {
  if (brush) {
    const [from, to] = [Math.min(brush.from, brush.to), Math.max(brush.from, brush.to)];
    brush = null;
    if (to - from > duration / 300) show(from, to); else show(0, duration);
  }
  if (drag && !drag.moved && event.target === canvas) toggle(lineAt(event.offsetY), event.offsetX);
  drag = null;
  canvas.classList.remove("dragging");
});
function toggle(line, x) {
  if (!line?.branch) return;
  const set = x >= GUTTER || line.branch.below.length === 0 ? opened : closed;
  if (set.has(line.branch)) set.delete(line.branch); else set.add(line.branch);
  layOut();
  refresh();
}
canvas.ondblclick = (event) => { if (event.offsetX >= GUTTER) zoom(0.4, timeOf(event.offsetX)); };
scroll.addEventListener("wheel", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.25 : 0.8, timeOf(Math.max(event.offsetX, GUTTER)));
  } else if (event.deltaX !== 0 && Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    event.preventDefault();
    pan(event.deltaX / 1000);
  }
}, { passive: false });
scroll.onscroll = refresh;

const curveTime = (x) => Math.min(Math.max((x - GUTTER) / (curveCanvas.clientWidth - GUTTER - 8), 0), 1) * duration;
curveCanvas.onmousedown = (event) => { const at = curveTime(event.offsetX); brush = { from: at, to: at }; hideTip(); };
curveCanvas.onmousemove = (event) => {
  if (brush) return;
  const at = curveTime(event.offsetX);
  const most = data.labels.map((label) => [label, valueAt(label.curve, at)]).filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1]);
  const facts = most.slice(0, 8).map(([label, n]) => [label.title, bytes(n)]);
  if (most.length > 8) facts.push([plural(most.length - 8, "more label"), bytes(most.slice(8).reduce((sum, [, n]) => sum + n, 0))]);
  showTip(event, bytes(valueAt(data.total.live, at)) + " at " + time(at), facts, plural(valueAt(data.total.aliveAt, at), "arena") + " alive");
};
curveCanvas.onmouseleave = hideTip;

addEventListener("keydown", (event) => {
  if (event.target === byId("search")) {
    if (event.key === "Escape") { byId("search").value = ""; byId("search").oninput(); byId("search").blur(); }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const action = { "+": "in", "=": "in", "-": "out", ArrowLeft: "left", ArrowRight: "right", 0: "fit", Home: "fit" }[event.key];
  if (action) { actions[action](); event.preventDefault(); }
  if (event.key === "/") { byId("search").focus(); event.preventDefault(); }
});
