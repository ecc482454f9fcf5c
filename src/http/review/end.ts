import { html, type TemplateResult } from 'lit';
import { type Desk, publishDate } from './desk.ts';
import { drawFinding } from './items.ts';
import { words } from './words.ts';

/** What stands beside the notes: what is wrong with the date as a whole, and the way to publish it. */
export function drawEnd(desk: Desk): TemplateResult {
  const { locale, review, isPublished, waiting } = desk;
  const say = words[locale];
  if (isPublished) return html`<section><p role="status">${say.published}</p></section>`;
  return html`<section aria-label=${say.publish}>
    <h2>${say.publish}</h2>
    <p class="hint">${review.left === 0 ? say.allDone : say.toDo(review.left)} ${say.publishHint}</p>
    ${review.findings.length > 0 ? html`<h3>${say.general}</h3>` : ''}
    ${review.findings.map((finding) => drawFinding(desk, finding))}
    <p class="actions">
      <button
        id="publish"
        type="button"
        ?disabled=${!review.ready || waiting > 0}
        @click=${() => void publishDate(desk)}
      >${say.publish}</button>
    </p>
  </section>`;
}
