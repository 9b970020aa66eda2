// Links and forms between our own pages change the address and let the server redraw; nothing is
// reloaded. Without this script a link is an ordinary link and works all the same.
if (!window.lanzadash) {
  window.lanzadash = true;
  const go = (address) => {
    history.pushState({}, "", address);
    window.dispatchEvent(new PopStateEvent("popstate"));
    const main = document.querySelector("[data-testid='stMain']");
    if (main) main.scrollTo(0, 0);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href^='/']");
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute("download") || "plain" in link.dataset) return;
    event.preventDefault();
    go(link.href);
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
