/** Drawn here: no picture is fetched from anywhere. */
export const avatars = {
  bot: svg(
    '#003399',
    '<path fill="#ffcc00" d="M10 27h5v-9h-5zm7.5 0h5V13h-5zM25 27h5V9h-5z"/><path fill="#fff" d="M9 29h22v2H9z"/>',
  ),
  you: svg(
    '#5c6f7b',
    '<circle cx="20" cy="15.5" r="6" fill="#fff"/><path fill="#fff" d="M8.5 33c1-8 6-10.5 11.5-10.5S30.5 25 31.5 33z"/>',
  ),
};

/** The person at the page, as Discord would know them; the page's words hold the name. */
export const PERSON = { id: '100000000000000005' } as const;

function svg(background: string, shapes: string): string {
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${background}"/>${shapes}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(picture)}`;
}
