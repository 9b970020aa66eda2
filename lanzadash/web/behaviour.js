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
