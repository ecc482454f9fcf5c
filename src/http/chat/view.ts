const TOUCHED = ['wheel', 'touchmove', 'pointerdown', 'keydown', 'focusin'] as const;

/**
 * Opens the view at the first line of a message: at its end where all of it fits, else with that line at the top.
 * Pictures and components grow after they were added: the view follows until the person moves in the messages.
 */
export function showStart(id: string): void {
  const log = document.getElementById('log');
  const message = document.getElementById(id);
  const messages = message?.parentElement;
  if (!log || !message || !messages) return;
  const show = () => {
    // A dismissed message, or one that another has followed, no longer holds the view.
    if (!message.isConnected || messages.lastElementChild !== message) return stop();
    log.scrollTop += message.getBoundingClientRect().top - log.getBoundingClientRect().top;
  };
  const observer = new ResizeObserver(show);
  const stop = () => {
    observer.disconnect();
    for (const event of TOUCHED) log.removeEventListener(event, stop);
  };
  for (const event of TOUCHED) log.addEventListener(event, stop, { passive: true });
  observer.observe(messages);
  show();
}
