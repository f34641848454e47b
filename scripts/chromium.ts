import { execFileSync } from 'node:child_process'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The machine's own Chromium: what CHROMIUM names, else the first one in PATH; null when there is none. */
export function chromiumPath(): string | null {
  const candidates = process.env.CHROMIUM ? [process.env.CHROMIUM] : NAMES
  for (const name of candidates) {
    const path = which(name)
    if (path) return path
  }
  return null
}

function which(program: string): string | null {
  try {
    return execFileSync('/bin/sh', ['-c', 'command -v "$0"', program], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}
