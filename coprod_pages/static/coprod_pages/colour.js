// Says, while a colour is being chosen, whether white text can be read on it. The server checks
// it again when the form is saved. Contrast is counted as WCAG 2.2 defines it.

function contrastWithWhite(colour) {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

document.addEventListener('input', (event) => {
  const said = event.target.matches('.coprod-colour input')
    && event.target.closest('.coprod-colour').querySelector('output');
  if (!said) return;
  const contrast = contrastWithWhite(event.target.value);
  const readable = contrast >= Number(said.dataset.minimum);
  // Rounded down: 4.49 is not 4.5.
  const number = (Math.floor(contrast * 10) / 10).toFixed(1);
  const words = readable ? said.dataset.readable : said.dataset.tooPale;
  said.textContent = words.replace('{contrast}', number);
  said.classList.toggle('coprod-colour__said--too-pale', !readable);
});
