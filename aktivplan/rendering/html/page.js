(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);

  /* Light or dark: as the system has it, until somebody presses the button. */
  const theme = byId("page-theme");
  const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (document.documentElement.dataset.theme ?? (systemIsDark.matches ? "dark" : "light")) === "dark";
  const showTheme = () => theme.setAttribute("aria-pressed", String(isDark()));
  theme.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    showTheme();
  });
  systemIsDark.addEventListener("change", showTheme);
  showTheme();
  theme.hidden = false;

  /* A frame is a stop of the tab key only if there is something to scroll. Each is looked at when it comes into sight. */
  const seen = new ResizeObserver((sizes) => {
    for (const { target } of sizes) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  const coming = new IntersectionObserver((frames) => {
    for (const { target, isIntersecting } of frames) {
      if (isIntersecting) seen.observe(target);
      else seen.unobserve(target);
    }
  });
  for (const frame of document.querySelectorAll(".wide")) coming.observe(frame);

  /* On narrow screens the text comes first. */
  if (matchMedia("(max-width: 63.99rem)").matches) {
    for (const part of document.querySelectorAll(".side details")) part.open = false;
  }

  const find = byId("page-find");
  if (!find) return;
  const form = find.querySelector("form");
  const found = byId("page-found");
  const first = byId("page-first");
  const HOLDERS = "[data-record], tr, .wide, .cards, figure, section";
  const elements = [...document.querySelectorAll("main [data-record]")];
  const holderOf = (element) => element.parentElement.closest(HOLDERS);

  /* What is known of each record: from the one element that tells it, and the words of all. */
  const records = new Map();
  const holders = new Set();
  for (const element of elements) {
    const { record, unit, goals, people, times } = element.dataset;
    const known = records.get(record) ?? { elements: [], words: null };
    records.set(record, known);
    known.elements.push(element);
    if (unit !== undefined) {
      known.unit = [unit];
      known.goals = (goals ?? "").split(" ");
      known.people = (people ?? "").split(" ");
      known.times = (times ?? "").split(" ").filter(Boolean).map((time) => time.split("/"));
    }
    for (let holder = holderOf(element); holder && !holders.has(holder); holder = holderOf(holder)) holders.add(holder);
  }
  /* Parts without records, beside others that have some: goals that nothing is planned for. */
  const idle = [...document.querySelectorAll("main section > section")].filter(
    (part) => !holders.has(part) && holders.has(part.parentElement),
  );
  const entries = [...document.querySelectorAll("nav a")].map((link) => [
    link.closest("li"),
    byId(decodeURIComponent(link.hash.slice(1))),
  ]);

  const wordsOf = (known) => {
    known.words ??= known.elements.map((element) => element.textContent).join(" ").toLocaleLowerCase();
    return known.words;
  };
  const isChosen = (known, [key, value]) => known[key].includes(value);
  const isBetween = (times, from, to) =>
    times.some(([start, end]) => (!to || start <= to) && (!from || !end || end >= from));

  const wanted = () => {
    const words = byId("page-words").value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const chosen = [...form.querySelectorAll("select[data-key]")]
      .map((list) => [list.dataset.key, list.value])
      .filter(([, value]) => value);
    const months = [byId("page-from")?.value, byId("page-to")?.value];
    const [from, to] = months.every(Boolean) ? [...months].sort() : months;
    return (known) =>
      chosen.every((one) => isChosen(known, one)) &&
      (!(from || to) || isBetween(known.times, from, to)) &&
      words.every((word) => wordsOf(known).includes(word));
  };

  const apply = () => {
    const fits = wanted();
    const open = new Set();
    let shown = 0;
    for (const known of records.values()) {
      const isShown = fits(known);
      shown += isShown;
      for (const element of known.elements) {
        element.hidden = !isShown;
        if (!isShown) continue;
        for (let holder = holderOf(element); holder && !open.has(holder); holder = holderOf(holder)) open.add(holder);
      }
    }
    for (const holder of holders) {
      if (holder.dataset.record === undefined) holder.hidden = !open.has(holder);
    }
    for (const part of idle) part.hidden = shown < records.size;
    for (const [entry, target] of entries) entry.hidden = Boolean(target?.hidden);
    found.textContent = (shown ? find.dataset.found : find.dataset.none)
      .replace("{shown}", shown.toLocaleString(document.documentElement.lang))
      .replace("{total}", records.size.toLocaleString(document.documentElement.lang));
    first.disabled = !shown;
  };

  let waiting;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, event.target.type === "search" ? 200 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  first.addEventListener("click", () => {
    const row = elements.find((element) => !element.hidden);
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  });
  /* A link to what the filters hide shows everything again. */
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (!link || !byId(decodeURIComponent(link.hash.slice(1)))?.closest("[hidden]")) return;
    form.reset();
    for (const element of document.querySelectorAll("main [hidden]")) element.hidden = false;
  });

  find.hidden = false;
  apply();
})();
