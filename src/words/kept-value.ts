/** A value of what is kept, as it is read: what is made of parts as JSON. */
export const keptValue = (
  value: unknown,
  { yes, no }: { readonly yes: string; readonly no: string },
): string => {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? yes : no
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(', ') || '—'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
