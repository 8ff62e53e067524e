const FIELDS = Object.freeze([
  'status',
  'level',
  'workers',
  'unitName',
  'dueAt',
  'paused',
  'extended',
  'escalation',
  'mergedInto',
  'kind',
  'category',
  'scale',
  'title',
  'description',
  'address',
  'gridName',
]);

/** Free text never travels in the stream: absent there does not mean changed. */
const UNHEARD = Object.freeze(['description', 'address']);

/**
 * What changed between two versions of one incident, field by field, for the view that shows both.
 *
 * @param {object} before
 * @param {object} after
 * @returns {{field: string, before: unknown, after: unknown}[]}
 */
export function differences(before, after) {
  const known = (field) => !UNHEARD.includes(field) || (before[field] && after[field]);
  return FIELDS.filter((field) => known(field) && plain(before[field]) !== plain(after[field])).map((field) => ({
    field,
    before: before[field] ?? null,
    after: after[field] ?? null,
  }));
}

function plain(value) {
  if (Array.isArray(value)) {
    return value.map((worker) => worker.workerId ?? worker).join(',');
  }
  return value === undefined || value === null ? '' : String(value);
}
