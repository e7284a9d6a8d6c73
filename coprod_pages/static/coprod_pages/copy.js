// A button that copies what stands in a field. Without a script the field can still be selected.

for (const button of document.querySelectorAll('[data-copies]')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copies);
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.parentElement.querySelector('[role="status"]').textContent = button.dataset.done;
  });
}
