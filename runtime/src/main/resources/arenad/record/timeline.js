// The picture of lifetimes: threads, below them branches of labels as a tree, and in each the arenas as bars. Bars too narrow to see are
// drawn together, as high as the part of their pixel's time that they fill.

const GUTTER = 250;
const HEAD = 24;
const view = { from: 0, to: duration, query: "", hover: null };
const closed = new Set();
const opened = new Set();
let lines = [];

const FEW = 6;
const isCurve = (branch) => muted(branch.of);
const isCrowd = (branch) => branch.peakAlive > FEW && branch.tracks.length > FEW;
function heightOf(branch) {
  if (isCurve(branch)) return 26;
  if (!isCrowd(branch)) return Math.max(branch.tracks.length, 1) * 15 + 7;
  return opened.has(branch) ? Math.min(branch.tracks.length, MOST_TRACKS) * 6 + 10 : 46;
}
const matches = (branch) => branch.of.text.includes(view.query) || branch.below.some(matches);

function layOut() {
  lines = [];
  let y = 0;
  const add = (line) => { line.y = y; y += line.height; lines.push(line); };
  const descend = (branch, depth) => {
    if (view.query !== "" && !view.query.startsWith("#") && !matches(branch)) return;
    add({ branch, depth, height: heightOf(branch) });
    if (!closed.has(branch)) branch.below.forEach((below) => descend(below, depth + 1));
  };
  const order = (branch) => (isCurve(branch) ? 1 : 0);
  const roots = (thread) => data.branches.filter((b) => b.parent < 0 && b.thread === thread).sort((a, b) => order(a) - order(b) || a.number - b.number);
  data.threads.forEach((thread, number) => {
    const all = roots(number);
    if (all.length === 0) return;
    if (data.threads.length > 1) add({ thread, height: 26 });
    all.forEach((branch) => descend(branch, 0));
  });
  roots(-1).forEach((branch) => descend(branch, 0));
  byId("room").style.height = Math.max(y + HEAD, 60) + "px";
}
const canvas = byId("lives");
const scroll = byId("scroll");
let width = 0;
const xOf = (at) => GUTTER + ((at - view.from) / (view.to - view.from)) * (width - GUTTER - 8);
const timeOf = (x) => view.from + ((x - GUTTER) / (width - GUTTER - 8)) * (view.to - view.from);

function draw() {
  width = scroll.clientWidth;
  const height = Math.min(byId("room").clientHeight, scroll.clientHeight || 800);
  const pen = surface(canvas, width, height);
  pen.fillStyle = ink("card");
  pen.fillRect(0, 0, width, height);
  const top = scroll.scrollTop;
  pen.save();
  pen.beginPath();
  pen.rect(0, HEAD, width, height - HEAD);
  pen.clip();
  lines.forEach((line, i) => {
    const y = line.y - top + HEAD;
    if (y + line.height < HEAD || y > height) return;
    if (i % 2 === 1) { pen.fillStyle = ink("zebra"); pen.fillRect(0, y, width, line.height); }
    if (line.thread) drawThread(pen, line, y); else drawBranch(pen, line, y);
  });
  pen.restore();
  drawAxis(pen, height);
}
function drawAxis(pen, height) {
  pen.strokeStyle = ink("line");
  pen.fillStyle = ink("soft");
  pen.textAlign = "left";
  for (const at of ticks(view.from, view.to, width - GUTTER)) {
    const x = Math.round(xOf(at)) + 0.5;
    pen.globalAlpha = 0.6;
    pen.beginPath(); pen.moveTo(x, HEAD); pen.lineTo(x, height); pen.stroke();
    pen.globalAlpha = 1;
    pen.fillText(at === 0 ? "0" : time(at), Math.min(x + 3, width - 60), HEAD / 2);
  }
  pen.beginPath(); pen.moveTo(0, HEAD - 0.5); pen.lineTo(width, HEAD - 0.5); pen.stroke();
  pen.beginPath(); pen.moveTo(GUTTER - 6.5, HEAD); pen.lineTo(GUTTER - 6.5, height); pen.stroke();
}
function drawThread(pen, line, y) {
  pen.fillStyle = ink("ink");
  pen.font = "600 12.5px system-ui, sans-serif";
  pen.fillText("Thread " + line.thread.name, 4, y + line.height / 2);
  pen.font = "12px system-ui, sans-serif";
  const from = xOf(line.thread.begin);
  const to = xOf(line.thread.end < 0 ? duration : line.thread.end);
  pen.fillStyle = ink("soft");
  pen.globalAlpha = 0.5;
  pen.fillRect(Math.max(from, GUTTER), y + line.height / 2 - 1, Math.max(Math.min(to, width) - Math.max(from, GUTTER), 0), 2);
  pen.globalAlpha = 1;
}
function clipped(pen, text, x, y, room) {
  if (room < 16) return 0;
  let shown = text;
  let size = pen.measureText(shown).width;
  if (size > room) {
    shown = text.slice(0, Math.max(Math.floor((text.length * room) / size) - 1, 1)) + "…";
    size = pen.measureText(shown).width;
  }
  pen.fillText(shown, x, y);
  return size;
}
function drawBranch(pen, line, y) {
  const { branch, depth } = line;
  const label = branch.of;
  const x = 4 + Math.min(depth, 8) * 14;
  const middle = y + Math.min(line.height, 24) / 2;
  const faded = view.hover && view.hover !== label;
  pen.globalAlpha = faded ? 0.45 : 1;
  pen.textAlign = "left";
  pen.fillStyle = ink("soft");
  if (branch.below.length > 0) pen.fillText(closed.has(branch) ? "▸" : "▾", x, middle);
  pen.fillStyle = color(label);
  pen.fillRect(x + 13, middle - 4, 9, 9);
  pen.fillStyle = ink("ink");
  const used = clipped(pen, label.title, x + 28, middle, GUTTER - x - 42);
  pen.fillStyle = ink("soft");
  clipped(pen, label.place, x + 36 + used, middle, GUTTER - x - 48 - used);
  if (line.height >= 40) {
    clipped(pen, plural(branch.arenas, "arena") + ", " + count(branch.peakAlive) + " at once", x + 28, middle + 16, GUTTER - x - 42);
  }
  pen.save();
  pen.beginPath();
  pen.rect(GUTTER - 6, y, width - GUTTER + 6, line.height);
  pen.clip();
  if (isCurve(branch)) area(pen, branch.live, branch.peak, y + 3, line.height - 6, color(label, 0.55));
  else if (isCrowd(branch) && !opened.has(branch)) area(pen, branch.aliveAt, branch.peakAlive, y + 4, line.height - 8, color(label, 0.75));
  else bars(pen, line, y);
  pen.restore();
  pen.globalAlpha = 1;
}
function area(pen, curve, most, y, height, fill) {
  if (most === 0) return;
  pen.fillStyle = fill;
  const end = xOf(duration);
  for (let x = Math.max(GUTTER, 0); x < Math.min(width, end); x++) {
    const value = mostBetween(curve, timeOf(x), Math.max(timeOf(x + 1) - 1, timeOf(x)));
    if (value > 0) {
      const h = Math.max((value / most) * height, 1);
      pen.fillRect(x, y + height - h, 1, h);
    }
  }
}
function bars(pen, line, y) {
  const { branch } = line;
  const step = isCrowd(branch) ? 6 : 15;
  const thick = isCrowd(branch) ? 5 : 12;
  if (branch.rows.length < branch.arenas) area(pen, branch.aliveAt, branch.peakAlive, y + 3, line.height - 6, color(branch.of, 0.18));
  branch.tracks.forEach((track, number) => {
    const top = y + 4 + number * step;
    let pixel = -1;
    let filled = 0;
    const flush = () => {
      if (pixel >= 0 && filled > 0) {
        const part = Math.min(filled, 1);
        pen.fillStyle = color(branch.of, 0.35 + 0.55 * part);
        pen.fillRect(pixel, top + thick * (1 - Math.max(part, 0.3)), 1, thick * Math.max(part, 0.3));
      }
      filled = 0;
    };
    for (let k = firstEndingAfter(track, view.from); k < track.length; k++) {
      const i = track[k];
      if (arenas.begin[i] > view.to) break;
      const from = xOf(arenas.begin[i]);
      const to = xOf(endOf(i));
      if (to - from >= 2) {
        flush();
        pixel = -1;
        bar(pen, branch, i, Math.max(from, GUTTER - 6), Math.min(to, width), top, thick);
      } else {
        if (Math.floor(from) !== pixel) { flush(); pixel = Math.floor(from); }
        filled += Math.max(to - from, 0.02);
      }
    }
    flush();
  });
}
function firstEndingAfter(track, at) {
  let low = 0;
  let high = track.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(track[middle]) < at) low = middle + 1; else high = middle;
  }
  return low;
}
function bar(pen, branch, i, from, to, top, thick) {
  const room = to - from;
  pen.fillStyle = color(branch.of, 0.85);
  if (room > 5 && pen.roundRect) {
    pen.beginPath(); pen.roundRect(from, top, room - 0.7, thick, 3); pen.fill();
  } else {
    pen.fillRect(from, top, Math.max(room - 0.5, 1), thick);
  }
  if (arenas.end[i] < 0) {
    pen.fillStyle = ink("bad");
    pen.fillRect(Math.max(to - 3, from), top, Math.min(3, room), thick);
  }
  if (room > 44 && thick >= 11) {
    pen.fillStyle = isDark() ? "#0c1016" : "#ffffff";
    pen.font = "10.5px system-ui, sans-serif";
    clipped(pen, bytes(arenas.peak[i]), from + 5, top + thick / 2 + 0.5, room - 10);
    pen.font = "12px system-ui, sans-serif";
  }
}
