import { createApi } from '../net/api.js';
import { createPreferences } from './preferences.js';

/** @returns {ReturnType<typeof createPreferences>} what this browser keeps of the person, else what the device prefers */
export function preferencesHere() {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  return createPreferences(window.localStorage, { language: navigator.language, dark });
}

/**
 * @param {() => string} language
 * @param {() => void} onSignedOut
 * @param {(answered: boolean) => void} [onReach]
 * @returns {ReturnType<typeof createApi>} our server, as this browser reaches it
 */
export function apiHere(language, onSignedOut, onReach) {
  const fetch = window.fetch.bind(window);
  return createApi({ fetch, cookies: () => document.cookie, language, onSignedOut, onReach });
}

/** @returns {WebSocket} a fresh line to the live door */
export function openSocket() {
  return new WebSocket(socketAddress('/live'), 'gridsight.v1.json');
}

/** @param {string} path of a ticket @returns {WebSocket} the pictures of one camera */
export function openMedia(path) {
  return new WebSocket(socketAddress(path));
}

function socketAddress(path) {
  return new URL(path, location.href.replace(/^http/, 'ws'));
}
