/** A school's own name on the network, as a browser sends it and as it is kept. */

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/

/** In the one form in which names are compared: small letters, Chinese as its ASCII form, no dot at the end. */
export function normalHostName(text: string): string {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[。．｡]/g, '.')
    .replace(/\.$/, '')
  const isBare = !/[/\\@?#]/.test(plain)
  return isBare && URL.canParse(`http://${plain}/`) ? new URL(`http://${plain}/`).hostname : plain
}

/** Whether it is a whole name, and neither an address, nor one with a port or a path. Of the form of `normalHostName`. */
export function isHostName(name: string): boolean {
  const labels = name.split('.')
  return (
    name.length <= 253 &&
    labels.length >= 2 &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '')
  )
}
