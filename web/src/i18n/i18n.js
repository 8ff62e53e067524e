import { chineseMarks } from './chineseMarks.js';
import { deskEn } from './desk.en.js';
import { deskZh } from './desk.zh.js';
import { en } from './en.js';
import { lensEn } from './lens.en.js';
import { lensZh } from './lens.zh.js';
import { mapEn } from './map.en.js';
import { mapZh } from './map.zh.js';
import { formatMessage } from './message.js';
import { sightEn } from './sight.en.js';
import { sightZh } from './sight.zh.js';
import { videoEn } from './video.en.js';
import { videoZh } from './video.zh.js';
import { zh } from './zh.js';

const SENTENCES = Object.freeze({
  zh: { ...mapZh, ...videoZh, ...lensZh, ...sightZh, ...deskZh, ...zh },
  en: { ...mapEn, ...videoEn, ...lensEn, ...sightEn, ...deskEn, ...en },
});

/**
 * Sentences of one language. `t` looks a sentence up and fills it; `name` picks the word of a code list entry.
 *
 * @typedef {{lang: "zh" | "en", tag: string, t: (key: string, params?: Record<string, unknown>) => string,
 *   name: (entry: {zh: string, en: string} | string | null | undefined) => string}} I18n
 *
 * @param {string} lang `zh` or `en`; anything else is Chinese
 * @param {{zh?: Record<string, string>, en?: Record<string, string>}} [more] sentences of one page only
 * @returns {I18n}
 */
export function createI18n(lang, more = {}) {
  const known = lang === 'en' ? 'en' : 'zh';
  const sentences = { ...SENTENCES[known], ...more[known] };
  return Object.freeze({
    lang: known,
    tag: known === 'zh' ? 'zh-CN' : 'en',
    t: (key, params = {}) => formatMessage(sentences[key] ?? key, params, show),
    name: (entry) => chineseMarks(typeof entry === 'string' ? entry : (entry?.[known] ?? entry?.zh ?? '')),
  });
}

/** @param {unknown} value @returns {string} whole numbers with thousands separators, unknown as a dash */
export function show(value) {
  if (value === null || value === undefined) {
    return '—';
  }
  return typeof value === 'number' ? grouped(value) : String(value);
}

function grouped(number) {
  const [whole, part] = String(Math.abs(number)).split('.');
  const sign = number < 0 ? '−' : '';
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '');
}
