import browserslist from 'browserslist'

/** Vite's names for the engines of the list; those that are not here follow one that is. */
const ENGINES: Readonly<Record<string, string>> = {
  chrome: 'chrome',
  edge: 'edge',
  firefox: 'firefox',
  safari: 'safari',
  ios_saf: 'ios',
}

/** The oldest version of every engine on the browserslist in package.json, as Vite wants its targets: `chrome86`. */
export function oldestBrowsers(): string[] {
  const oldest = new Map<string, number>()
  for (const [name = '', versions = ''] of browserslist().map((browser) => browser.split(' '))) {
    const engine = ENGINES[name]
    // `14.0-14.4`, as one version of iOS is called
    const version = Number.parseFloat(versions)
    if (engine) oldest.set(engine, Math.min(version, oldest.get(engine) ?? version))
  }
  return [...oldest].map(([engine, version]) => `${engine}${version}`)
}
