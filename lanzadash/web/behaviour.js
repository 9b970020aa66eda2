// Links and forms between our own pages change the address and let the server redraw; nothing is
// reloaded. Without this script a link is an ordinary link and works all the same.
if (!window.lanzadash) {
  window.lanzadash = true;
  const go = (address, { stay = false, replace = false } = {}) => {
    history[replace ? "replaceState" : "pushState"]({}, "", address);
    window.dispatchEvent(new PopStateEvent("popstate"));
    const main = document.querySelector("[data-testid='stMain']");
    if (main && !stay) main.scrollTo(0, 0);
  };
  // What is drawn anew: a filter that was clicked keeps the focus and stays in sight, filters stand
  // open where there is room, and a query that can only mean one thing leads straight to it.
  const opened = new Map();
  let focused = "";
  // The range over meetings: its words follow the thumb at once, the address once it rests.
  let resting = null;
  const follow = (range, value) => {
    const [address, words] = JSON.parse(range.dataset.steps)[value];
    range.value = value;
    range.setAttribute("aria-valuetext", words);
    range.closest(".meetings").querySelector("[data-meeting]").textContent = words;
    return address;
  };
  document.addEventListener("input", (event) => {
    const range = event.target;
    if (!range.dataset || !range.dataset.steps) return;
    const address = follow(range, range.value);
    if (resting) clearTimeout(resting.timer);
    const timer = setTimeout(() => {
      resting = null;
      focused = range.dataset.key;
      go(address, { stay: true });
    }, 120);
    resting = { value: range.value, timer };
  });
  const settle = () => {
    for (const part of document.querySelectorAll("details[data-key]:not([data-settled])")) {
      part.dataset.settled = "";
      const was = opened.get(part.dataset.key);
      const room = matchMedia("(min-width: 48rem)").matches;
      part.open = was ?? (room && (part.open || "wide" in part.dataset));
      part.addEventListener("toggle", () => opened.set(part.dataset.key, part.open));
    }
    const again = focused && (document.querySelector(`:is(a, input, [tabindex])[data-key="${CSS.escape(focused)}"]`)
      || (focused === "off" && document.querySelector("[data-testid='stTextInput'] input")));
    if (again && document.activeElement === document.body) again.focus({ preventScroll: true });
    for (const range of document.querySelectorAll("input[data-steps]")) {
      if (resting && range.value !== resting.value) follow(range, resting.value);
    }
    const first = document.querySelector("table[data-cell]:not([data-settled]) td");
    if (first) {
      first.closest("table").dataset.settled = "";
      first.tabIndex = 0;
    }
    for (const link of document.querySelectorAll("a[data-picture]:not([data-settled])")) {
      link.dataset.settled = "";
      setTimeout(() => { if (link.isConnected) picture(link.getAttribute("href")); }, 800);
    }
    const straight = document.querySelector("a[data-go]");
    if (straight) {
      straight.removeAttribute("data-go");
      if ("plain" in straight.dataset) location.assign(straight.href);
      else go(straight.href, { replace: true });
    }
  };
  new MutationObserver(settle).observe(document.body, { childList: true, subtree: true });
  settle();
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("button[data-copy]");
    if (!button || !navigator.clipboard) return;
    const words = button.textContent;
    navigator.clipboard.writeText(location.href).then(() => {
      button.textContent = button.dataset.copy;
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href^='/']");
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute("download") || "plain" in link.dataset) return;
    event.preventDefault();
    focused = link.dataset.key || "";
    go(link.href, { stay: "stay" in link.dataset });
  });
  // In a grid the arrow keys move from cell to cell, and Enter or a click opens one.
  const open = (cell) => {
    const table = cell.closest("table");
    const address = new URL(table.dataset.cell, location.origin);
    const heading = table.tHead.rows[0].cells[cell.cellIndex];
    address.searchParams.set("recommendation", heading.dataset.recommendation);
    address.searchParams.set("party", cell.parentElement.dataset.party);
    focused = "back";
    go(address.pathname + address.search);
  };
  const cellOf = (event) => event.target.closest && event.target.closest("table[data-cell] td");
  document.addEventListener("click", (event) => {
    const cell = cellOf(event);
    if (cell) open(cell);
  });
  document.addEventListener("keydown", (event) => {
    const cell = cellOf(event);
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = cell.parentElement;
    const ends = { Home: row.cells[1], End: row.cells[row.cells.length - 1] };
    const near = {
      ArrowLeft: cell.previousElementSibling,
      ArrowRight: cell.nextElementSibling,
      ArrowUp: row.previousElementSibling && row.previousElementSibling.cells[cell.cellIndex],
      ArrowDown: row.nextElementSibling && row.nextElementSibling.cells[cell.cellIndex],
    };
    const next = { ...ends, ...near }[event.key];
    if (event.key === "Enter") open(cell);
    else if (next === undefined) return;
    else if (next && next.tagName === "TD") {
      cell.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
    event.preventDefault();
  });
  // A picture is drawn by the server as SVG and kept as soon as its links are in sight, so that it
  // can be saved, and made a PNG of, when the network is gone.
  const pictures = new Map();
  const picture = (address) => {
    if (!pictures.has(address)) {
      pictures.clear();
      pictures.set(address, fetch(address).then((reply) => (reply.ok ? reply.text() : null)));
      pictures.get(address).catch(() => pictures.delete(address));
    }
    return pictures.get(address);
  };
  const save = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const asPng = (drawing) => new Promise((resolve, reject) => {
    const image = new Image();
    image.onerror = reject;
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = 2 * image.naturalWidth;
      canvas.height = 2 * image.naturalHeight;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob(resolve, "image/png");
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
  });
  document.addEventListener("click", async (event) => {
    const link = event.target.closest && event.target.closest("a[data-picture]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const drawing = await picture(link.getAttribute("href"));
    const png = link.dataset.picture === "png";
    save(png ? await asPng(drawing) : new Blob([drawing], { type: "image/svg+xml" }), link.download);
  });
  // Within a part that has keys of its own, a key does what the link that names it does.
  document.addEventListener("keydown", (event) => {
    const part = event.target.closest && event.target.closest("[data-keys]");
    if (!part || event.ctrlKey || event.metaKey || event.altKey) return;
    const named = (link) => link.dataset.press.split(" ").includes(event.key);
    const link = [...part.querySelectorAll("a[data-press]")].find(named);
    if (!link) return;
    event.preventDefault();
    const stays = event.target.dataset.key || part.dataset.keys;
    link.click();
    focused = stays;
  });
  // The day of this browser's last visit, by Strasbourg's calendar. It stays in the browser: a
  // visit is a session of a tab, and a link made of it is shown once there has been one before.
  let last = "";
  try {
    last = sessionStorage.getItem("last-visit") ?? localStorage.getItem("last-visit") ?? "";
    sessionStorage.setItem("last-visit", last);
    const now = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format();
    localStorage.setItem("last-visit", now);
  } catch { /* the browser keeps nothing: no link */ }
  if (/^\d{4}-\d{2}-\d{2}$/.test(last)) {
    const offer = () => {
      for (const part of document.querySelectorAll("[data-last-visit][hidden]")) {
        const link = part.querySelector("a");
        const address = new URL(link.href);
        address.searchParams.set("since", last);
        link.setAttribute("href", address.pathname + address.search);
        const shown = { dateStyle: "long", timeZone: "UTC" };
        const code = document.documentElement.lang;
        const words = new Intl.DateTimeFormat(code === "en" ? "en-GB" : code, shown);
        part.querySelector("time").dateTime = last;
        part.querySelector("time").textContent = words.format(new Date(last));
        part.hidden = false;
      }
    };
    new MutationObserver(offer).observe(document.body, { childList: true, subtree: true });
    offer();
  }
  // A printed hour stands in Strasbourg's time. Where this browser's clock shows another, that
  // stands beside it, with the day where that is another too.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const ownTimes = () => {
    for (const part of document.querySelectorAll("[data-own-time][hidden]:not([data-told])")) {
      part.dataset.told = "";
      const time = part.querySelector("time");
      const moment = new Date(time.dateTime);
      const code = document.documentElement.lang === "fr" ? "fr" : "en-GB";
      const words = (timeZone, style) => new Intl.DateTimeFormat(code, { timeZone, ...style }).format(moment);
      const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
      const day = { dateStyle: "long" };
      const other = words(zone, day) !== words("Europe/Paris", day);
      if (!other && words(zone, hour) === words("Europe/Paris", hour)) continue;
      time.textContent = (other ? `${words(zone, day)}, ` : "") + words(zone, hour);
      part.querySelector("span").textContent = zone;
      part.hidden = false;
    }
  };
  new MutationObserver(ownTimes).observe(document.body, { childList: true, subtree: true });
  ownTimes();
  document.addEventListener("keydown", (event) => {  // a filter is drawn as a box: the space bar ticks it
    const link = event.key === " " && event.target.closest && event.target.closest(".facets a");
    if (!link) return;
    event.preventDefault();
    link.click();
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "get" || !(form.getAttribute("action") || "").startsWith("/")) return;
    event.preventDefault();
    // The action holds what is kept. Fields say their name as data: the sanitiser of the page takes
    // away names such as "id" and "lang", which a form has already.
    const address = new URL(form.getAttribute("action"), location.origin);
    for (const field of form.elements) {
      if (field.dataset.name && field.value) address.searchParams.set(field.dataset.name, field.value);
    }
    go(address.pathname + address.search);
  });
}
