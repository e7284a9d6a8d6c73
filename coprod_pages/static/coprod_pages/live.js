/*
 * Shows new results in the page instead of loading the page again: the whole page is asked
 * for, and the parts marked data-live are taken from it. Without this file, or when anything
 * goes wrong, the same links and the same form load the same addresses.
 */
(() => {
  const form = document.getElementById("narrow");
  if (!form) return;
  const words = form.elements.q;
  const heading = document.getElementById("results-heading");
  const results = document.getElementById("live-results");
  let shown = location.pathname + location.search;
  let running = null;
  document.documentElement.classList.add("is-live");

  function address() {
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    if (words.value !== words.defaultValue) chosen.delete("exact"); // it was said of other words
    return chosen.size ? `${location.pathname}?${chosen}` : location.pathname;
  }

  /* Where the focus can go once everything is new: the same thing, or what it was part of. */
  function placesFor(element) {
    if (!element || !element.closest("[data-live]")) return [];
    const { name, value, id, dataset } = element;
    const places = [];
    if (id) places.push(`#${CSS.escape(id)}`);
    if (dataset.keep) places.push(`[data-keep="${CSS.escape(dataset.keep)}"]`);
    if (name) places.push(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
    const fold = element.closest("details[id]");
    if (fold) places.push(`#${fold.id} > summary`);
    return [...places, "#results-heading"];
  }

  function replaceParts(page) {
    const open = new Map([...document.querySelectorAll("[data-live] details[id]")].map((fold) => [fold.id, fold.open]));
    for (const part of document.querySelectorAll("[data-live]")) {
      part.replaceChildren(...page.getElementById(part.id).childNodes);
    }
    for (const fold of document.querySelectorAll("[data-live] details[id]")) {
      if (open.has(fold.id)) fold.open = open.get(fold.id);
    }
  }

  async function update(url, { back = false, toResults = false } = {}) {
    running?.abort();
    const mine = (running = new AbortController());
    const typed = words.value;
    results.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(url, { signal: mine.signal });
      if (!response.ok || response.redirected) throw new Error(response.statusText);
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      const places = placesFor(document.activeElement);
      replaceParts(page);
      words.defaultValue = page.getElementById("q").defaultValue;
      if (back || words.value === typed) words.value = words.defaultValue;
      if (!back) history.pushState(null, "", url);
      shown = location.pathname + location.search;
      results.removeAttribute("aria-busy");
      if (toResults) heading.parentElement.scrollIntoView();
      for (const place of toResults ? ["#results-heading"] : places) {
        document.querySelector(place)?.focus({ preventScroll: true });
        if (document.activeElement === document.body) continue;
        // Only what is out of sight moves the page; going back, the browser sees to that.
        if (!back) document.activeElement.scrollIntoView({ block: "nearest" });
        break;
      }
    } catch {
      if (mine.signal.aborted) return;
      if (back) location.reload();
      else location.assign(url);
    }
  }

  document.addEventListener("submit", (event) => {
    if (event.target !== form) return;
    event.preventDefault();
    update(address(), { toResults: form.contains(event.submitter) });
  });
  document.addEventListener("change", ({ target }) => {
    if (target.form === form && target.matches("select, [type=checkbox]")) update(address());
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-live] a[href]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.getAttribute("href"), location.href);
    if (url.origin !== location.origin || url.pathname !== location.pathname) return;
    event.preventDefault();
    update(url.pathname + url.search, { toResults: Boolean(link.closest("nav")) });
  });
  window.addEventListener("popstate", () => {
    if (shown !== location.pathname + location.search) update(location.href, { back: true });
  });
})();
