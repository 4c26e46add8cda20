// Draws votes whose seats are counted by party and position with parliament-svg; PNG by resvg-js, 1200 wide. Prints the
// seconds that drawing alone took.

import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const installed = (name) => import(pathToFileURL(require.resolve(name)))
const { default: parliamentSVG } = await installed('parliament-svg')
const { toHtml } = await installed('hast-util-to-html')
const [counts, out, ending] = process.argv.slice(2)
const { Resvg } = ending === 'png' ? (await installed('@resvg/resvg-js')).default : {}
let drawing = 0
JSON.parse(readFileSync(counts, 'utf8')).forEach((seats, index) => {
	const parties = Object.fromEntries(seats.map(([name, colour, n]) => [name, { seats: n, colour }]))
	const start = performance.now()
	const svg = toHtml(parliamentSVG(parties, { seatCount: false }))
	drawing += (performance.now() - start) / 1000
	const drawn = ending === 'png' ? new Resvg(svg, { fitTo: { mode: 'width', value: 1200 } }).render().asPng() : svg
	writeFileSync(join(out, `${index + 1}.${ending}`), drawn)
})
console.log(drawing)
