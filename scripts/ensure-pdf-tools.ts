import { spawnSync } from 'node:child_process'
import { install, mayInstall } from './debian.ts'

/**
 * Tests of sealed documents ask programs of others what they make of them. Installs them where it may (root on Debian or
 * Ubuntu); elsewhere says what to install, and fails.
 */
const PACKAGE_OF = { pdfsig: 'poppler-utils', pdftotext: 'poppler-utils', openssl: 'openssl' } as const

const isThere = (program: string) => spawnSync(program, ['-v']).error === undefined
const missing = () => [
  ...new Set(
    Object.entries(PACKAGE_OF).flatMap(([program, inPackage]) => (isThere(program) ? [] : [inPackage])),
  ),
]

const packages = missing()
if (packages.length > 0 && mayInstall()) install(packages, 'the tests of documents')
const still = missing()
if (still.length > 0) {
  console.error(
    `The tests of documents need ${still.join(' and ')}: install them with your system's packages (Poppler, OpenSSL).`,
  )
  process.exit(1)
}
