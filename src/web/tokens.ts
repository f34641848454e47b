/** Calm, official, warm: pine green on paper, cinnabar for the seal. Every colour of the site stands here and nowhere else. */
export const colours = {
  pine: '#1f5c4d',
  pineWash: '#eaf2ee',
  /** The entry of the menu that is open. */
  pineTint: '#e2ebe5',
  pineLine: '#bcd3c8',
  moss: '#2f6b3a',
  seal: '#a3301f',
  sealWash: '#fbeae6',
  amber: '#8a5a00',
  amberWash: '#fdf3df',
  amberLine: '#e6c98a',
  ink: '#23302c',
  soft: '#55615c',
  faint: '#6b7570',
  /** Around what is typed into. */
  edge: '#8d9691',
  line: '#ddd6c8',
  /** Between the rows of a list, and below the pointer. */
  sand: '#ece6d9',
  /** Where a page will be. */
  awaited: '#ebe5d8',
  paper: '#f7f4ee',
  letter: '#fffdf8',
  white: '#fff',
  /** Around a button on pine. */
  whiteEdge: 'rgba(255, 255, 255, 0.65)',
  /** Printed across what is not valid yet. */
  sealFaint: 'rgba(163, 48, 31, 0.16)',
} as const

/** In px, as all that follows. The ones with a name are not on the scale. */
const spaces = {
  4: 4,
  8: 8,
  12: 12,
  16: 16,
  24: 24,
  32: 32,
  48: 48,
  /** From the edge of a card, a page or the menu. */
  inset: 20,
  /** Between acts, filters and the lines of a list. */
  between: 10,
  /** Below a row of filters, an event, a paragraph. */
  below: 14,
  snug: 6,
}

export const radii = { usual: 8, card: 12, small: 6, box: 10, letter: 4 } as const

export const sizes = {
  12: 12,
  13: 13,
  15: 15,
  17: 17,
  22: 22,
  28: 28,
  brand: 18,
  hint: 14,
  code: 20,
  letter: 26,
  count: 30,
} as const

export const fonts = {
  text: "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
  letter: "'Noto Serif CJK SC', 'Songti SC', SimSun, Georgia, serif",
  mono: 'ui-monospace, monospace',
} as const

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const named = (prefix: string, values: Readonly<Record<string, string | number>>) =>
  Object.entries(values).map(
    ([name, value]) => `--${prefix}${kebab(name)}: ${typeof value === 'number' ? `${value}px` : value};`,
  )

/** The same as the variables of CSS: `--pine`, `--space-12`, `--radius-card`, `--size-15`, `--font-text`. */
export const cssVariables = [
  ...named('', colours),
  ...named('space-', spaces),
  ...named('radius-', radii),
  ...named('size-', sizes),
  ...named('font-', fonts),
].join(' ')
