import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export function isDebian(): boolean {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

/** Root on Debian or Ubuntu: elsewhere whoever runs the tests is told what they need. */
export const mayInstall = (): boolean => process.getuid?.() === 0 && isDebian()

/** Says so where it fails; what is still missing is found by looking again. */
export function install(packages: readonly string[], why: string): void {
  console.log(`Installing ${packages.join(' and ')} for ${why} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  try {
    execFileSync('apt-get', ['update', '-q'], { stdio: 'inherit', env })
    execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], {
      stdio: 'inherit',
      env,
    })
  } catch {
    console.error('apt-get could not install them.')
  }
}
