import { el } from '../../dom/el.js';
import { distanceWords, spanWords } from '../../i18n/words.js';
import { kindGlyph, statusRing } from '../../map/symbols.js';
import { shortNumber } from '../../state/incidents.js';

/**
 * Incidents that may be the same matter, with enough to judge: state, title, distance, time apart, why.
 *
 * @param {{i18n: object, names: object, onOpen: (id: string) => void, onMerge?: (incident: object) => void}} context
 * @param {import("../../rooms/incidents.js").Likeness[]} items
 * @returns {HTMLElement}
 */
export function likenessList(context, items) {
  return el('ul', { class: 'like-list' }, ...items.map((item) => row(context, item)));
}

function row({ i18n, names, onOpen, onMerge }, { incident, distanceMetres, secondsApart, similarity, why }) {
  const facts = i18n.t('like.facts', {
    distance: distanceWords(distanceMetres),
    span: spanWords(i18n, Math.abs(secondsApart)),
    share: Math.round((similarity ?? 0) * 100),
  });
  return el(
    'li',
    {},
    el(
      'p',
      { class: 'with-glyph' },
      statusRing(incident.status),
      kindGlyph(incident.kind, 16),
      el('span', { class: 'mono' }, shortNumber(incident)),
      names.status(incident.status),
    ),
    el('p', { class: 'card-text' }, incident.title),
    el('p', { class: 'caption' }, i18n.name(why) || facts),
    el(
      'p',
      { class: 'form-acts' },
      el(
        'button',
        { class: 'button', type: 'button', on: { click: () => onOpen(incident.id) } },
        i18n.t('like.open', { number: shortNumber(incident) }),
      ),
      onMerge &&
        el(
          'button',
          { class: 'button', type: 'button', on: { click: () => onMerge(incident) } },
          i18n.t('like.merge', { number: shortNumber(incident) }),
        ),
    ),
  );
}
