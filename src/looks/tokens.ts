/** Calm, official, warm: pine green on paper, cinnabar for the seal. Every colour of the site stands here and nowhere else. */
export const colours = {
  pine: '#1f5c4d',
  pineWash: '#eaf2ee',
  /** The entry of the menu that is open. */
  pineTint: '#e2ebe5',
  pineLine: '#bcd3c8',
  /** Sealed, irreversible or overdue, and nothing else. */
  seal: '#a3301f',
  sealWash: '#fbeae6',
  amberLine: '#e6c98a',
  slateLine: '#c3ccd6',
  mossLine: '#b5d1b9',
  sealLine: '#e3b4aa',
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
  /** A shape on a coloured ground. */
  whiteVeil: 'rgba(255, 255, 255, 0.08)',
  /** Around a button on pine. */
  whiteEdge: 'rgba(255, 255, 255, 0.65)',
  /** Printed across what is not valid yet. */
  sealFaint: 'rgba(163, 48, 31, 0.16)',
} as const

/** How a case stands for its reader: one colour each, that of its text and sign, and one behind them. */
export const standings = {
  mine: '#8a5a00',
  mineWash: '#fdf3df',
  theirs: '#43546a',
  theirsWash: '#eef1f5',
  done: '#2f6b3a',
  doneWash: '#eaf4ea',
  over: '#5f6663',
  overWash: '#f0efeb',
  wrong: colours.seal,
  wrongWash: colours.sealWash,
} as const

/** What graduates count as, in pictures: each told from its neighbours by its lightness too, and nothing of it cinnabar. */
export const chartColours = {
  contract: '#1f5c4d',
  flexible: '#d39a2d',
  'own-business': '#7a4b86',
  'further-study': '#6d9cc4',
  waiting: '#9b6a3c',
  'not-seeking': '#c9b9a0',
  nothing: '#8d9691',
} as const

/** In px, as all that follows. */
const spaces = { 4: 4, 8: 8, 12: 12, 16: 16, 24: 24, 32: 32, 48: 48 }

export const radii = { usual: 8, card: 12 } as const

/** `field`: iOS zooms into what is smaller and typed into. */
export const sizes = { 12: 12, 13: 13, 15: 15, 17: 17, 22: 22, 28: 28, field: 16 } as const

/** What a finger touches, and a row of a table that staff read. */
export const heights = { touch: 44, row: 40 } as const

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
  ...named('', standings),
  ...named('space-', spaces),
  ...named('radius-', radii),
  ...named('size-', sizes),
  ...named('height-', heights),
  ...named('font-', fonts),
].join(' ')
