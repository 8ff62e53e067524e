/** The one door to the library: everything else of the page sees only what is named here. */
export { DomUtil, Map as LeafletMap, TileLayer } from 'leaflet';
