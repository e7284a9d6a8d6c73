/*
 * Suggestions while typing: a combobox with a list, as the ARIA Authoring Practices describe
 * it. Without this file the field is a plain field.
 */
(() => {
  const PAUSE = 150; // milliseconds without a key before anything is asked
  const SHORTEST = 2;

  function suggestFor(input) {
    const list = document.createElement("ul");
    let chosen = -1;
    let running = null;
    let timer = 0;
    list.id = `${input.id}-suggestions`;
    list.className = "suggest__list";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.suggestLabel);
    input.after(list);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");

    function open(yes) {
      list.hidden = !yes;
      input.setAttribute("aria-expanded", String(yes));
      if (!yes) choose(-1);
    }

    function close() {
      clearTimeout(timer);
      running?.abort();
      open(false);
    }

    function choose(number) {
      list.children[chosen]?.setAttribute("aria-selected", "false");
      chosen = number;
      const option = list.children[chosen];
      if (!option) return input.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    }

    function optionFor({ label, kind, url }, number) {
      const option = document.createElement("li");
      option.id = `${list.id}-${number}`;
      option.className = "suggest__option";
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.url = url;
      const what = document.createElement("span");
      what.className = "suggest__kind";
      what.textContent = kind;
      option.append(label, " ", what);
      return option;
    }

    async function ask() {
      running?.abort();
      const text = input.value.trim();
      if (text.length < SHORTEST) return open(false);
      const mine = (running = new AbortController());
      try {
        const response = await fetch(`${input.dataset.suggest}?${new URLSearchParams({ q: text })}`, { signal: mine.signal });
        const { suggestions } = await response.json();
        choose(-1);
        list.replaceChildren(...suggestions.map(optionFor));
        open(suggestions.length > 0 && document.activeElement === input);
      } catch {
        if (!mine.signal.aborted) open(false); // nothing to suggest is no reason to complain
      }
    }

    const keys = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: () => list.children[chosen] && go(list.children[chosen]),
      Escape: () => !list.hidden && (close(), true),
    };

    /* Through the options and, between the last and the first, back to what was typed. */
    function step(by) {
      const places = list.children.length + 1;
      if (places === 1) return false;
      const next = list.hidden && by > 0 ? 0 : ((chosen + 1 + by + places) % places) - 1;
      open(true);
      choose(next);
      return true;
    }

    function go(option) {
      location.assign(option.dataset.url);
      return true;
    }

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      if (!event.isComposing && keys[event.key]?.()) event.preventDefault();
    });
    input.addEventListener("blur", close);
    input.form?.addEventListener("submit", close);
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus
    list.addEventListener("click", ({ target }) => {
      const option = target.closest("[role=option]");
      if (option) go(option);
    });
  }

  document.querySelectorAll("[data-suggest]").forEach(suggestFor);
})();
