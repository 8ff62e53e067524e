import { createApi } from './net/api.js';
import { createCamerasRoom } from './rooms/cameras.js';
import { createHotspotsRoom } from './rooms/hotspots.js';
import { createIncidentsRoom } from './rooms/incidents.js';
import { createPlacesRoom } from './rooms/places.js';
import { createWorkforceRoom } from './rooms/workforce.js';
import { createPreferences } from './session/preferences.js';
import { createSessionRoom } from './session/session.js';
import { createShell } from './session/shell.js';

const preferences = createPreferences(window.localStorage, {
  language: navigator.language,
  dark: window.matchMedia('(prefers-color-scheme: dark)').matches,
});

const api = createApi({
  fetch: window.fetch.bind(window),
  cookies: () => document.cookie,
  language: () => preferences.language(),
  onSignedOut: () => shell.signedOut(),
});

const socketAddress = (path) => new URL(path, location.href.replace(/^http/, 'ws'));

const outside = Object.freeze({
  window,
  document,
  local: window.localStorage,
  tab: window.sessionStorage,
  geolocation: navigator.geolocation ?? null,
  AudioContext: window.AudioContext,
  now: () => Date.now(),
  openSocket: () => new WebSocket(socketAddress('/live'), 'gridsight.v1.json'),
  openMedia: (path) => new WebSocket(socketAddress(path)),
  loadMap: () => import('./map/townMap.js'),
});

const shell = createShell(document.getElementById('page'), {
  preferences,
  outside,
  rooms: Object.freeze({
    session: createSessionRoom(api),
    places: createPlacesRoom(api),
    incidents: createIncidentsRoom(api),
    cameras: createCamerasRoom(api),
    hotspots: createHotspotsRoom(api),
    workforce: createWorkforceRoom(api),
  }),
});
