import { createCamerasRoom } from './rooms/cameras.js';
import { createDispatchRoom } from './rooms/dispatch.js';
import { createHotspotsRoom } from './rooms/hotspots.js';
import { createIncidentsRoom } from './rooms/incidents.js';
import { createPlacesRoom } from './rooms/places.js';
import { createWorkforceRoom } from './rooms/workforce.js';
import { apiHere, openMedia, openSocket, preferencesHere } from './session/browser.js';
import { createSessionRoom } from './session/session.js';
import { createShell } from './session/shell.js';

const preferences = preferencesHere();
const api = apiHere(preferences.language, () => shell.signedOut());

const outside = Object.freeze({
  window,
  document,
  local: window.localStorage,
  tab: window.sessionStorage,
  geolocation: navigator.geolocation ?? null,
  AudioContext: window.AudioContext,
  now: () => Date.now(),
  openSocket,
  openMedia,
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
    dispatch: createDispatchRoom(api),
  }),
});
