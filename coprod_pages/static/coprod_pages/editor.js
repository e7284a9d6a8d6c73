// What Wagtail's editor leaves out for people who work with the keyboard or a screen reader.

// Names for the rich-text fields of the editor. Wagtail 8.0 leaves them without one, so a
// screen reader says only "edit text"; the heading of the panel around a field is its name.

function nameTextFields(root) {
  for (const field of root.querySelectorAll('[role="textbox"][contenteditable]:not([aria-label])')) {
    const block = field.closest('[data-contentpath]');
    const label = block?.querySelector('label')
      ?? field.closest('.w-panel')?.querySelector('[data-panel-heading-text]');
    const name = label?.textContent.replace('*', '').trim();
    if (name) field.setAttribute('aria-label', name);
  }
}

document.addEventListener('DOMContentLoaded', () => {
  nameTextFields(document);
  new MutationObserver(() => nameTextFields(document)).observe(document.body, {
    childList: true,
    subtree: true,
  });
});

// Moving a row takes the focus away from its button: give it back, so that the row can be moved
// on. At the end of the way, the button for the way back gets it.
document.addEventListener('click', (event) => {
  const pressed = event.target.closest?.('[data-inline-panel-child-move-up], [data-inline-panel-child-move-down]');
  if (!pressed) return;
  setTimeout(() => {
    const others = pressed.parentElement.querySelectorAll(
      '[data-inline-panel-child-move-up], [data-inline-panel-child-move-down]',
    );
    const button = [pressed, ...others].find((one) => !one.disabled);
    button?.focus();
  });
});
