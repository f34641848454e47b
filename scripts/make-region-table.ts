/**
 * Writes src/server/features/codes/tables/region.json from the npm package `@vant/area-data`, whose version
 * package.json fixes: `./node_modules/.bin/node scripts/make-region-table.ts`. The package follows the Ministry of
 * Civil Affairs but adds what address forms want and GB/T 2260 does not have; that is left out here.
 * Regions that disappear from it must not disappear from the table: records and old residents' IDs still name
 * them. They keep their row and get a `validUntil`: the script stops and names them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { areaList } from '@vant/area-data'

type Region = [code: string, name: string, parent: string | null, validUntil: number | null]

const FILE = new URL('../src/server/features/codes/tables/region.json', import.meta.url)

/** Abolished long before, or never established; still in the package. */
const STALE = new Set(['320112', '320611', '321150', '350402', '370634'])
/** GB/T 2260 calls them so; the package shortens. */
const FULL_NAMES = new Map([
  ['419000', '省直辖县级行政区划'],
  ['429000', '省直辖县级行政区划'],
  ['469000', '省直辖县级行政区划'],
])
/** Cities that have no counties: the package lists their towns, and 嘉峪关 itself once more. */
const WITHOUT_COUNTIES = ['4419', '4420', '4604', '6202']

const provinces = rows(areaList.province_list, () => null)
const cities = rows(areaList.city_list, (code) => `${code.slice(0, 2)}0000`).filter(isMainland)
const counties = rows(areaList.county_list, (code) => `${code.slice(0, 4)}00`)
  .filter(isMainland)
  .filter(([code]) => !WITHOUT_COUNTIES.includes(code.slice(0, 4)))
  .filter(([code]) => !isZone(code) && !STALE.has(code))

const regions = [...provinces, ...cities, ...counties].sort(([a], [b]) => a.localeCompare(b))
const previous = JSON.parse(readFileSync(FILE, 'utf8')) as Region[]
const abolished = previous.filter(([code]) => !regions.some(([kept]) => kept === code))
if (abolished.some(([, , , validUntil]) => validUntil === null))
  throw new Error(
    `Give these a validUntil in region.json first: ${abolished.map(([code]) => code).join(' ')}`,
  )

const lines = [...regions, ...abolished].map((region) => `  ${JSON.stringify(region).replaceAll(',', ', ')}`)
writeFileSync(FILE, `[\n${lines.join(',\n')}\n]\n`)
console.log(`${provinces.length} provinces, ${cities.length} cities, ${counties.length} counties`)

function rows(list: Record<string, string>, parentOf: (code: string) => string | null): Region[] {
  return Object.entries(list).map(([code, name]) => [
    code,
    FULL_NAMES.get(code) ?? name,
    parentOf(code),
    null,
  ])
}

/** Below 台湾, 香港 and 澳门 the standard has no codes; the package made some up. */
function isMainland([code]: Region): boolean {
  return code < '700000'
}

/** Development zones: 71–79 of the statistics office, 90 and above of the package; 90 in the middle is real. */
function isZone(code: string): boolean {
  const last = Number(code.slice(4))
  return code.slice(2, 4) !== '90' && ((last > 70 && last < 80) || last >= 90)
}
