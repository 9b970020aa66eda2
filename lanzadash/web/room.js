// The room by keyboard. All screens stand in the page; nothing is asked of any server.
(() => {
  const root = document.documentElement;
  const [nav, main, status, dialog] = ["nav", "main", "[role=status]", "dialog"].map((one) => document.querySelector(one));
  const screens = [...document.querySelectorAll("article")];
  const lines = [...nav.querySelectorAll("li")];
  const field = nav.querySelector("input");

  // What is kept in this browser: which items a person marked, and the theme. Where nothing can be
  // kept, the page works all the same.
  const key = `lanzadash room ${document.body.dataset.room}`;
  const kept = (name) => { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } };
  const keep = (name, value) => { try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* nothing is kept */ } };
  const marked = kept(key) || {};
  let at = 0;

  // An item is done once the meeting is past it, unless a person says otherwise.
  const isDone = (one) => marked[screens[one].id] ?? (one > 0 && one < at);
  const tell = () => {
    const next = screens.findIndex((_, one) => one > at && !isDone(one));
    lines.forEach((line, one) => {
      const state = one === at ? "now" : isDone(one) ? "done" : one === next ? "next" : "";
      line.dataset.state = state;
      const link = line.querySelector("a");
      if (one === at) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
      const button = line.querySelector("button");
      if (!button) return;
      button.setAttribute("aria-pressed", isDone(one));
      button.textContent = isDone(one) ? `✓ ${nav.dataset.done}` : state ? nav.dataset[state] : "·";
    });
  };
  const show = (one, { focus = true, address = true } = {}) => {
    at = Math.max(0, Math.min(one, screens.length - 1));
    screens.forEach((screen, place) => screen.toggleAttribute("data-shown", place === at));
    main.scrollTop = 0;
    if (address) history.replaceState(null, "", `#${screens[at].id}`);
    tell();
    for (const line of [lines[Math.min(at + 2, lines.length - 1)], lines[at]]) line.scrollIntoView({ block: "nearest" });
    highlight();
    if (focus) screens[at].querySelector("h2").focus({ preventScroll: true });
  };
  const toggle = (one) => {
    if (one === 0) return;
    marked[screens[one].id] = !isDone(one);
    keep(key, marked);
    tell();
    status.textContent = lines[one].querySelector("button").textContent;
  };
  const fromAddress = (options) => {
    const found = screens.findIndex((screen) => screen.id === decodeURIComponent(location.hash.slice(1)));
    show(Math.max(0, found), options);
  };

  // Search in what the page holds, accents and case aside.
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = screens.map((screen) => fold(screen.textContent));
  const found = (text) => words.map((one) => one.includes(text));
  const highlight = () => {
    if (!window.Highlight) return;
    CSS.highlights.delete("found");
    const text = fold(field.value.trim());
    if (!text) return;
    const ranges = [];
    const walker = document.createTreeWalker(screens[at], NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      // Composed letters fold to one each, so that a place in the folded text is the same here.
      const folded = [...node.data].map((letter) => fold(letter)[0] ?? letter).join("");
      if (folded.length !== node.data.length) continue;
      for (let place = folded.indexOf(text); place >= 0; place = folded.indexOf(text, place + 1)) {
        const range = new Range();
        range.setStart(node, place);
        range.setEnd(node, place + text.length);
        ranges.push(range);
        const rest = node.parentElement.closest("details");
        if (rest) rest.open = true;
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };
  const look = () => {
    const text = fold(field.value.trim());
    const hits = found(text);
    lines.forEach((line, one) => line.classList.toggle("unfound", Boolean(text) && !hits[one]));
    const count = hits.filter(Boolean).length;
    status.textContent = text ? field.dataset.found.replace("{n}", count).replace("{all}", screens.length) : "";
    highlight();
  };
  const onward = (step) => {
    const hits = found(fold(field.value.trim()));
    for (let one = 1; one <= screens.length; one += 1) {
      const place = (at + step * one + screens.length * 2) % screens.length;
      if (hits[place]) return show(place, { focus: false });
    }
  };
  const leave = () => { field.value = ""; look(); show(at); };

  const theme = () => {
    const dark = getComputedStyle(root).colorScheme === "dark" || (!root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
    root.dataset.theme = dark ? "light" : "dark";
    keep("lanzadash theme", root.dataset.theme);
  };

  const scrolls = (down) => (down ? main.scrollTop + main.clientHeight < main.scrollHeight - 2 : main.scrollTop > 2);
  const keys = {
    ArrowRight: () => show(at + 1), PageDown: () => show(at + 1),
    ArrowLeft: () => show(at - 1), PageUp: () => show(at - 1),
    ArrowDown: () => (scrolls(true) ? main.scrollBy(0, 80) : show(at + 1)),
    ArrowUp: () => (scrolls(false) ? main.scrollBy(0, -80) : show(at - 1)),
    Home: () => show(0), End: () => show(screens.length - 1),
    d: () => toggle(at), t: theme,
    "/": () => { field.focus(); field.select(); },
    "?": () => dialog.showModal(),
    Escape: leave,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (event.target === field) {
      if (event.key === "Escape") leave();
      else if (event.key === "Enter") onward(event.shiftKey ? -1 : 1);
      else return;
      return event.preventDefault();
    }
    const run = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!run) return;
    event.preventDefault();
    run();
  });
  field.addEventListener("input", look);
  const actions = { theme, help: keys["?"], done: (button) => toggle(lines.indexOf(button.closest("li"))) };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) actions[button.dataset.do](button);
  });
  addEventListener("hashchange", () => fromAddress({ address: false }));

  const clock = document.querySelector(".clock time");
  const hour = new Intl.DateTimeFormat(root.lang === "fr" ? "fr-FR" : "en-GB", { timeZone: document.body.dataset.zone, hour: "2-digit", minute: "2-digit" });
  const tick = () => { clock.textContent = hour.format(new Date()); };
  setInterval(tick, 1000);
  tick();
  const chosen = kept("lanzadash theme");
  if (chosen) root.dataset.theme = chosen;
  fromAddress({ focus: false, address: false });
})();
