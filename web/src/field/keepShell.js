/**
 * Lets the browser keep this page for times without a network, and asks it not to throw the shelf away. A page that was
 * not fetched safely (plain http from another machine) cannot be kept; the page says so.
 *
 * @returns {Promise<boolean>} whether the page will open offline
 */
export async function keepShell() {
  if (!window.isSecureContext || !navigator.serviceWorker) return false;
  await navigator.storage?.persist?.().catch(() => false);
  try {
    await navigator.serviceWorker.register('/field-worker.js', { scope: '/field', updateViaCache: 'none' });
    return true;
  } catch {
    return false;
  }
}
