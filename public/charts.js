// Charts: draws every figure[data-chart] from the ECharts option in its JSON, in the colours and type of the page.
import { init } from "/vendor/echarts.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");
const darkSystem = matchMedia("(prefers-color-scheme: dark)");
const forced = matchMedia("(forced-colors: active)");
const drawn = new Map(); // figure -> { host, option, chart }

const resized = new ResizeObserver((entries) => {
  for (const { target } of entries) drawn.get(target)?.chart?.resize();
});

// A token as rgba(): color-mix makes the browser do light-dark() and oklch(), which the canvas library cannot read.
function reader(figure, scheme) {
  const probe = document.createElement("span");
  probe.hidden = true;
  if (scheme) probe.style.colorScheme = scheme;
  figure.append(probe);
  const style = getComputedStyle(probe);
  probe.style.forcedColorAdjust = "none";
  const system = (token) => (/paper|raised|sunk/.test(token) ? "Canvas" : /accent|warn|crit/.test(token) ? "Highlight" : "CanvasText");
  const colour = (token) => {
    probe.style.color = `color-mix(in srgb, ${forced.matches && !scheme ? system(token) : `var(${token})`} 100%, transparent 0%)`;
    const [r, g, b, alpha = 1] = (style.color.match(/srgb([^)]*)/)?.[1].match(/[-+.\de]+/g) ?? [0.5, 0.5, 0.5]).map(Number);
    const byte = (part) => Math.round(Math.min(1, Math.max(0, part)) * 255);
    return `rgba(${byte(r)}, ${byte(g)}, ${byte(b)}, ${alpha})`;
  };
  return { colour, done: () => probe.remove() };
}

// What the page says in CSS, said again in the words of ECharts. An option overrules it.
function theme(figure, colour) {
  const css = getComputedStyle(figure);
  const sans = css.fontFamily;
  const mono = css.getPropertyValue("--mono") || "monospace";
  const [ink, ink2, ink3, accent, data, data2, grid, edge, rule, paper, raised, warn] =
    ["ink", "ink-2", "ink-3", "accent", "data", "data-2", "grid", "edge", "rule", "paper", "raised", "warn"].map((name) => colour(`--${name}`));
  const line = (color) => ({ lineStyle: { color, width: 1 } });
  const axis = {
    axisLine: { show: true, ...line(edge) },
    axisTick: line(edge),
    axisLabel: { color: ink3, fontSize: 11 },
    nameTextStyle: { color: ink3, fontSize: 12 },
    splitLine: line(grid),
    splitArea: { show: false },
  };
  const figures = { ...axis, axisLabel: { ...axis.axisLabel, fontFamily: mono } };
  return {
    color: [ink, accent, data, warn, data2],
    backgroundColor: "transparent",
    textStyle: { fontFamily: sans, color: ink2 },
    title: { textStyle: { color: ink, fontSize: 14, fontWeight: 600 }, subtextStyle: { color: ink3, fontSize: 12 } },
    legend: { textStyle: { color: ink2, fontSize: 12 }, inactiveColor: ink3, itemWidth: 22, itemHeight: 8, itemGap: 16 },
    tooltip: {
      backgroundColor: raised, borderColor: rule, borderWidth: 1, borderRadius: 3, padding: [6, 10], shadowBlur: 0, shadowColor: "transparent",
      textStyle: { color: ink, fontSize: 12, fontFamily: sans }, axisPointer: { lineStyle: { color: accent }, crossStyle: { color: accent } },
    },
    radar: { radius: "60%", clockwise: true, axisName: { color: ink2, fontSize: 12 }, axisLabel: { color: ink3, fontSize: 11, fontFamily: mono }, axisLine: line(grid), splitLine: line(grid), splitArea: { show: false } },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: figures,
    logAxis: figures,
    timeAxis: figures,
    line: { lineStyle: { width: 1.5 }, symbol: "circle", symbolSize: 6 },
    bar: { barMaxWidth: 16, itemStyle: { color: data, borderColor: paper } },
  };
}

// "var(--accent)" anywhere in an option stands for the token, as it does in CSS.
function filled(value, colour) {
  if (typeof value === "string") return value.replace(/var\((--[\w-]+)\)/g, (_, token) => colour(token));
  if (Array.isArray(value)) return value.map((part) => filled(part, colour));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filled(part, colour)]));
  return value;
}

function draw(figure, { first = false, scheme } = {}) {
  const entry = drawn.get(figure);
  const { colour, done } = reader(figure, scheme);
  const option = filled(entry.option, colour);
  if (option.tooltip) option.tooltip = [option.tooltip].flat().map((tip) => ({ confine: true, ...tip, renderMode: "richText" })); // no inline style, no HTML
  option.animation = first && !still.matches && option.animation !== false;
  option.animationDuration ??= 180;
  entry.chart?.dispose();
  entry.chart = init(entry.host, theme(figure, colour), { renderer: "canvas" });
  entry.chart.setOption(option);
  done();
}

const redraw = (how) => drawn.forEach((_, figure) => draw(figure, how));

// Draws the figures that are not drawn yet and forgets those that left the page.
export async function scan() {
  await document.fonts.ready; // a canvas does not repaint when its font arrives
  for (const [figure, { chart }] of drawn) {
    if (figure.isConnected) continue;
    chart?.dispose();
    resized.unobserve(figure);
    drawn.delete(figure);
  }
  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    const json = figure.querySelector('script[type="application/json"]');
    if (!json || drawn.has(figure)) continue;
    try {
      const option = JSON.parse(json.textContent);
      const host = document.createElement("div");
      host.setAttribute("aria-hidden", "true"); // the table beside it says the same
      figure.append(host);
      drawn.set(figure, { host, option });
      draw(figure, { first: true });
      resized.observe(figure);
    } catch (error) {
      console.error("chart", figure, error);
    }
  }
}

new MutationObserver(() => redraw()).observe(document.documentElement, { attributeFilter: ["data-theme", "dir"] });
for (const query of [darkSystem, forced]) query.addEventListener("change", () => redraw());

// Paper is white whatever the screen is.
addEventListener("beforeprint", () => {
  redraw({ scheme: "light" });
  drawn.forEach(({ chart }) => chart.getZr().flush());
});
addEventListener("afterprint", () => redraw());

scan();
