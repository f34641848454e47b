/** A school's own name on the network, as a browser sends it and as it is kept. */

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/** In the one form in which names are compared: small letters, Chinese as its ASCII form, no dot at the end. */
export function normalHostName(text: string): string {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[。．｡]/g, '.')
    .replace(/\.$/, '')
  if (/[/\\@?#]/.test(plain)) return plain
  try {
    return new URL(`http://${plain}/`).hostname
  } catch {
    return plain
  }
}

/** Whether it is a whole name, and neither an address, nor one with a port or a path. Of the form of `normalHostName`. */
export function isHostName(name: string): boolean {
  const labels = name.split('.')
  return (
    name.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(labels[labels.length - 1] ?? '')
  )
}
